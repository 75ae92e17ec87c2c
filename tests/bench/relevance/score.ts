import type { Collection } from './collection.ts';

/** The results of an engine: ids of stories, the best first, by question. */
export type Run = ReadonlyMap<string, readonly string[]>;

/** The quality of results, 0 to 1. The definitions are those of TREC's `trec_eval` with binary relevance. */
export interface Scores {
  readonly queries: number;
  readonly ndcg10: number;
  readonly mrr: number;
  readonly map: number;
  readonly recall10: number;
  /** The number of questions without any result. */
  readonly unanswered: number;
}

/** The scores of an engine on a collection. */
export interface EngineScores extends Scores {
  readonly collection: string;
  readonly engine: string;
}

/** Scores a run. Questions without any known answer do not count. */
export function scoreRun(run: Run, { queries, relevant }: Pick<Collection, 'queries' | 'relevant'>): Scores {
  const judged = queries.flatMap(({ id }) => {
    const good = relevant.get(id);
    return good ? [{ good, found: run.get(id) ?? [] }] : [];
  });
  const mean = (measure: (found: readonly string[], good: ReadonlySet<string>) => number) =>
    judged.reduce((sum, { found, good }) => sum + measure(found, good), 0) / Math.max(1, judged.length);
  return {
    queries: judged.length,
    ndcg10: mean(toNdcg10),
    mrr: mean((found, good) => 1 / (found.findIndex((id) => good.has(id)) + 1 || Infinity)),
    map: mean(toAveragePrecision),
    recall10: mean((found, good) => found.slice(0, 10).filter((id) => good.has(id)).length / good.size),
    unanswered: judged.filter(({ found }) => found.length === 0).length,
  };
}

function toGain(rank: number): number {
  return 1 / Math.log2(rank + 2);
}

function toNdcg10(found: readonly string[], good: ReadonlySet<string>): number {
  const sum = found.slice(0, 10).reduce((total, id, rank) => total + (good.has(id) ? toGain(rank) : 0), 0);
  const best = Array.from({ length: Math.min(10, good.size) }, (_, rank) => toGain(rank));
  return sum / best.reduce((total, value) => total + value, 0);
}

function toAveragePrecision(found: readonly string[], good: ReadonlySet<string>): number {
  let hits = 0;
  let sum = 0;
  for (const [rank, id] of found.entries()) {
    if (!good.has(id)) continue;
    hits += 1;
    sum += hits / (rank + 1);
  }
  return sum / good.size;
}
