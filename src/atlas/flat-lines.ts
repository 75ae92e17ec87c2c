import { geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { simplify, type Points } from './simplify.ts';

/** The lines and rings of a drawing. */
export interface FlatLines {
  readonly rings: readonly Points[];
  readonly lines: readonly Points[];
}

/**
 * Projects GeoJSON with a d3 projection and simplifies it on the plane.
 *
 * @param tolerance units of the map by which a line may be off
 */
export function flatten(projection: GeoProjection, object: GeoPermissibleObjects, tolerance: number): FlatLines {
  const rings: Points[] = [];
  const lines: Points[] = [];
  let points: number[] = [];
  const endLine = () => {
    if (points.length > 2) lines.push(simplify(points, tolerance));
    points = [];
  };
  geoPath(projection, {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => {
      endLine();
      points = [x, y];
    },
    lineTo: (x, y) => points.push(x, y),
    closePath: () => {
      rings.push(simplify([...points, ...points.slice(0, 2)], tolerance));
      points = [];
    },
  })(object);
  endLine();
  return { rings, lines };
}
