import polylabel from 'polylabel';
import { memoize } from '../core/memo.ts';
import { createFact } from './facts.ts';
import { joinParts, projectLines, thinLines } from './lines.ts';
import { getOutlines } from './outlines.ts';
import { createAzimuthalEqualArea, toPlace, toPoint, type Point, type Projection } from './projection.ts';
import type { Arc, Part, Shape } from './shape.ts';
import type { Points } from './simplify.ts';
import { toLonLat, toVector, type Vector } from './sphere.ts';

/** Units below which a country is an islet or a dot, with its name beside it. */
export const tinySize = 16;

/** Returns whether a country is so small on a map that it needs a mark to be found. */
export function isTiny(shape: Shape, projection: Projection): boolean {
  return getSize(shape, projection) < tinySize;
}

/** Returns whether a country has no land border, so that its name can be on the sea. */
export function isIsland({ parts }: Shape): boolean {
  const { borders } = getOutlines();
  return (
    parts.length > 0 &&
    !parts.some(({ rings }) => rings.some((ring) => ring.some((run) => borders.has(run < 0 ? ~run : run))))
  );
}

/** Returns the width of a country's main part on a map, in units. */
export function getSize(shape: Shape, projection: Projection): number {
  const { radius } = shape.parts[0]?.cap ?? shape.cap;
  return (360 / Math.PI) * radius * measureDegree(shape, projection);
}

/** Returns the length of a degree at a country on a map, in units. */
export function measureDegree(shape: Shape, projection: Projection): number {
  const [x, y] = toPoint(projection, (shape.parts[0]?.cap ?? shape.cap).centre);
  const beside = toPoint(projection, getDegreeAway(shape));
  return Math.hypot(beside[0] - x, beside[1] - y);
}

/** Returns the point a degree from the centre of a country's main part, towards the equator. */
const getDegreeAway = memoize(({ cap, parts }: Shape): Vector => {
  const [longitude, latitude] = toLonLat((parts[0]?.cap ?? cap).centre);
  return toVector([longitude, latitude > 0 ? latitude - 1 : latitude + 1]);
});

/** Returns the point in a country that is farthest from its borders, where its name goes. */
export function getAnchor({ code, cap }: Shape): Vector {
  return getAnchors()[code] ?? cap.centre;
}

/** Returns the anchors of all countries that have an outline, by their codes. */
export const getAnchors: () => Readonly<Record<string, Vector>> = createFact('anchors', () => {
  const { arcs, shapes } = getOutlines();
  return Object.fromEntries(
    [...shapes.values()].flatMap(({ code, parts: [part] }) => (part ? [[code, findAnchor(part, arcs)]] : [])),
  );
});

function findAnchor(part: Part, arcs: readonly Arc[]): Vector {
  const scale = 100 / part.cap.radius;
  const frame = { centre: toLonLat(part.cap.centre), scale, offset: [0, 0] } as const;
  const projection = createAzimuthalEqualArea(frame);
  const tolerance = 1 / scale;
  const lines = thinLines(projectLines(arcs, [part], { projection, view: part.cap, tolerance }), tolerance);
  const rings = joinParts([part], arcs, lines);
  return toPlace(frame, findPole(rings, 1));
}

/** Returns the point in some rings that is farthest from them, approximately. The longest is the outer one. */
export function findPole(rings: readonly Points[], precision: number): Point {
  const polygon = rings
    .map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, index): [number, number] => [
        ring[2 * index] ?? 0,
        ring[2 * index + 1] ?? 0,
      ]),
    )
    .sort((a, b) => b.length - a.length);
  const [x = 0, y = 0] = polygon[0] && polygon[0].length > 2 ? polylabel(polygon, precision) : [0, 0];
  return [x, y];
}
