import { createFact } from './facts.ts';
import { buildMapFrame, getProjection, isInMiddle, type MapFrame } from './map-frame.ts';
import type { MapSpec } from './map-spec.ts';
import { getOutlines } from './outlines.ts';
import type { Shape } from './shape.ts';
import { isInside, toPoint } from './projection.ts';
import { isTouching, toVector, type Cap, type LonLat } from './sphere.ts';

/** Returns the outlines of countries, without those that have none. */
export function getShapes(codes: readonly string[]): readonly Shape[] {
  const { shapes } = getOutlines();
  return codes.flatMap((code) => shapes.get(code) ?? []);
}

/** A frame, and its name, which all maps with the same frame share. */
export interface NamedFrame {
  readonly name: string;
  readonly frame: MapFrame;
  /** Everything that it follows from. */
  readonly key: string;
}

/** The smallest share of its scale that a map may lose for the city of a dateline. */
const reach = 0.6;

/**
 * Returns the frame of a map. It follows from the main place alone, unless a place of the event lies outside, or the
 * city of the dateline just outside.
 */
export function getFrame({ name, main, points, city }: MapSpec): NamedFrame {
  const base = findFrame(toKey(main, []));
  const needed = points.filter((point) => !isInMiddle(base, toVector(point)));
  const frame = needed.length > 0 ? findFrame(toKey(main, needed)) : base;
  if (city && !isInMiddle(frame, toVector(city))) {
    const wider = findFrame(toKey(main, [...needed, city]));
    if (wider.kind === frame.kind && wider.scale >= reach * frame.scale) needed.push(city);
  }
  const key = toKey(main, needed);
  return { name: [name, ...needed.map(toName)].join('_'), frame: findFrame(key), key };
}

/** @example toName([26.1, 44.43]) // '26.10_44.43' */
function toName(at: LonLat): string {
  return at.map((degrees) => degrees.toFixed(2)).join('_');
}

function toKey(main: readonly string[], points: readonly LonLat[]): string {
  return JSON.stringify([main, points]);
}

const findFrame = createFact('frame', (key): MapFrame => {
  const [main, points]: readonly [readonly string[], readonly LonLat[]] = JSON.parse(key);
  return buildMapFrame(getShapes(main), [...getOutlines().shapes.values()], points.map(toVector));
});

/** Returns those of some countries that a frame shows. */
export function getSeen({ key }: NamedFrame, codes: readonly string[]): readonly string[] {
  return codes.filter((code) => isSeen(`${code} ${key}`));
}

/** A country counts as visible where this many units of the map's edge are cut off. */
const edge = 6;

const isSeen = createFact('seen', (key): boolean => {
  const frame = findFrame(key.slice(key.indexOf(' ') + 1));
  const [shape] = getShapes([key.slice(0, key.indexOf(' '))]);
  if (!shape) return false;
  const { arcs } = getOutlines();
  const view = getView(frame);
  const projection = getProjection(frame);
  const box = { left: edge, top: edge, right: frame.width - edge, bottom: frame.height - edge };
  const coarse = 2 / frame.scale;
  return (
    shape.corners.some((corner) => isInside(toPoint(projection, corner), box)) ||
    shape.parts.some(
      ({ cap, rings }) =>
        cap.radius > coarse &&
        isTouching(cap, view) &&
        rings.flat().some((run) => {
          const { vectors, significance } = arcs[run < 0 ? ~run : run] ?? { vectors: [], significance: [] };
          return significance.some((own, at) => {
            const [x = 0, y = 0, z = 0] = [vectors[3 * at], vectors[3 * at + 1], vectors[3 * at + 2]];
            return own > coarse && isInside(toPoint(projection, [x, y, z]), box);
          });
        }),
    )
  );
});

/** Returns the part of the globe that a frame shows. */
export function getView({ kind, centre, scale, width, height, offset: [x, y] }: MapFrame): Cap {
  if (kind === 'equal-earth') return { centre: toVector(centre), radius: Math.PI };
  const farthest = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
  return { centre: toVector(centre), radius: 2 * Math.asin(Math.min(1, farthest / scale / 2)) };
}
