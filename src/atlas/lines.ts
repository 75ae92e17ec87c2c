import type { Arc, Part } from './outlines.ts';
import type { Projection } from './projection.ts';
import type { Cap } from './sphere.ts';
import { simplify, type Points } from './simplify.ts';

/** The lines of one map by their index among the arcs, simplified once, whatever they bound, so that neighbours fit together. */
export type Lines = ReadonlyMap<number, Points>;

/** How a map is drawn. */
export interface LineOptions {
  readonly projection: Projection;
  /** What the map shows: lines outside it are hardly more than their ends. */
  readonly view: Cap;
  /** Units of the map per radian where it is largest. */
  readonly scale: number;
  /** Units by which a line may be off. */
  readonly tolerance: number;
}

/** Projects and simplifies the lines that bound some parts. */
export function buildLines(arcs: readonly Arc[], parts: readonly Part[], options: LineOptions): Lines {
  const { projection, view, scale, tolerance } = options;
  const lines = new Map<number, Points>();
  for (const { rings } of parts) {
    for (const ring of rings) {
      for (const run of ring) {
        const index = run < 0 ? ~run : run;
        const arc = arcs[index];
        if (!arc || lines.has(index)) continue;
        lines.set(index, simplify(arc.project(projection, view, tolerance / scale), tolerance));
      }
    }
  }
  return lines;
}

/** Simplifies lines further. */
export function simplifyLines(lines: Lines, tolerance: number): Lines {
  return new Map([...lines].map(([index, line]) => [index, simplify(line, tolerance)]));
}

/** Joins the outlines of parts that touch to rings, without the lines between them; holes are rings too. */
export function joinParts(parts: readonly Part[], arcs: readonly Arc[], lines: Lines): readonly Points[] {
  return joinRuns(getOuterRuns(parts), arcs).map((runs) => toRing(runs, lines));
}

/** Gives the arcs, by direction, that bound only one of the parts: what is run both ways lies between two. */
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

/** Joins runs end to end. Where more than two meet, any way gives the same area under the even-odd rule. */
function joinRuns(runs: Set<number>, arcs: readonly Arc[]): readonly (readonly number[])[] {
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
    for (let run: number | undefined = first; run !== undefined && runs.delete(run); ) {
      ring.push(run);
      run = byStart.get(getStart(~run, arcs))?.find((next) => runs.has(next));
    }
    joined.push(ring);
  }
  return joined;
}

/** Gives the node at which a run starts; it ends where its reverse starts. */
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
