import type { Arc, Part } from './shape.ts';
import type { Projection } from './projection.ts';
import type { Points } from './simplify.ts';
import type { Cap } from './sphere.ts';

/**
 * The lines of one map by the index of their arcs. Each is simplified once, whatever it bounds, so that neighbours fit
 * together.
 */
export type Lines = ReadonlyMap<number, Points>;

/** A line on the plane, with the error that removing each of its points would cause, in radians. */
export interface ProjectedLine {
  readonly points: Points;
  readonly significance: readonly number[];
}

/**
 * Projects the lines that bound some parts, without points whose removal stays within a tolerance in radians. Outside
 * the view it keeps only enough points that no line gets near the view.
 */
export function projectLines(
  arcs: readonly Arc[],
  parts: readonly Part[],
  { projection, view, tolerance }: { readonly projection: Projection; readonly view: Cap; readonly tolerance: number },
): ReadonlyMap<number, ProjectedLine> {
  const lines = new Map<number, ProjectedLine>();
  for (const { rings } of parts) {
    for (const run of rings.flat()) {
      const index = run < 0 ? ~run : run;
      const arc = arcs[index];
      if (arc && !lines.has(index)) lines.set(index, projectArc(arc, projection, view, tolerance));
    }
  }
  return lines;
}

/** The maximum error of lines outside a view. Points within a wider margin stay, so that no line enters the view. */
const coarseRadians = 0.04;
const marginRadians = 0.06;

function projectArc(arc: Arc, projection: Projection, { centre, radius }: Cap, tolerance: number): ProjectedLine {
  const least = Math.cos(Math.min(Math.PI, radius + marginRadians));
  const [centreX, centreY, centreZ] = centre;
  const { vectors, significance: all } = arc;
  const points: number[] = [];
  const significance: number[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const own = all[index] ?? 0;
    if (own < tolerance) continue;
    const x = vectors[3 * index] ?? 0;
    const y = vectors[3 * index + 1] ?? 0;
    const z = vectors[3 * index + 2] ?? 0;
    if (own < coarseRadians && x * centreX + y * centreY + z * centreZ < least) continue;
    projection(x, y, z, points);
    significance.push(own);
  }
  return { points, significance };
}

/** Removes from lines the points whose removal stays within a tolerance in radians. */
export function thinLines(lines: ReadonlyMap<number, ProjectedLine>, tolerance: number): Lines {
  const thinned = new Map<number, Points>();
  for (const [index, { points, significance }] of lines) {
    const kept: number[] = [];
    for (let at = 0; at < significance.length; at += 1) {
      if ((significance[at] ?? 0) >= tolerance) kept.push(points[2 * at] ?? 0, points[2 * at + 1] ?? 0);
    }
    thinned.set(index, kept);
  }
  return thinned;
}

/** Joins the outlines of adjoining parts to rings, without the lines between them. Holes are rings too. */
export function joinParts(parts: readonly Part[], arcs: readonly Arc[], lines: Lines): readonly Points[] {
  return joinRuns(parts, arcs).map((runs) => toRing(runs, lines));
}

/** Returns the arcs, by direction, that bound only one of the parts. An arc used in both directions separates two. */
function getOuterRuns(parts: readonly Part[]): Set<number> {
  const runs = new Set<number>();
  for (const { rings } of parts) {
    for (const ring of rings) {
      for (const run of ring) {
        if (!runs.delete(~run)) runs.add(run);
      }
    }
  }
  return runs;
}

/**
 * Joins the arcs around adjoining parts end to end. Where more than two meet, any order has the same area under the
 * even-odd rule.
 */
export function joinRuns(parts: readonly Part[], arcs: readonly Arc[]): readonly (readonly number[])[] {
  const runs = getOuterRuns(parts);
  const byStart = new Map<number, number[]>();
  for (const run of runs) {
    const start = getStart(run, arcs);
    const others = byStart.get(start);
    if (others) others.push(run);
    else byStart.set(start, [run]);
  }
  const joined: number[][] = [];
  for (const first of runs) {
    const ring: number[] = [];
    for (let run: number | undefined = first; run !== undefined && runs.delete(run);) {
      ring.push(run);
      run = byStart.get(getStart(~run, arcs))?.find((next) => runs.has(next));
    }
    joined.push(ring);
  }
  return joined;
}

/** Returns the node at which a run starts. It ends where its reverse starts. */
function getStart(run: number, arcs: readonly Arc[]): number {
  return (run < 0 ? arcs[~run]?.end : arcs[run]?.start) ?? -1;
}

function toRing(runs: readonly number[], lines: Lines): Points {
  const ring: number[] = [];
  for (const run of runs) {
    const line = lines.get(run < 0 ? ~run : run) ?? [];
    // The last point of each is the first of the next.
    if (run >= 0) for (let at = 0; at < line.length - 2; at += 1) ring.push(line[at] ?? 0);
    else for (let at = line.length - 2; at > 0; at -= 2) ring.push(line[at] ?? 0, line[at + 1] ?? 0);
  }
  return ring;
}
