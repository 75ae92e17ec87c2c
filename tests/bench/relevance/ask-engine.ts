import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openSearchEngine, type SearchEngine, type SearchProgress } from '../../../src/search/engine/engine.ts';
import type { RankingWeights } from '../../../src/search/engine/ranking-weights.ts';
import { idleState } from '../../../src/search/engine/state.ts';
import { unpack } from '../../../src/search/format/unpack.ts';
import type { Collection } from './collection.ts';
import type { Run } from './score.ts';

/**
 * Opens the index of a collection with the modules that readers' browsers run. Files come from disk instead of the
 * network.
 */
export function openCollection(folder: string, stories: number, weights?: RankingWeights): SearchEngine {
  const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(folder, 'pagefind', file))));
  return openSearchEngine([{ id: 'all', stories }], read, weights);
}

/** Runs queries one after the other, as readers do, and returns what the search page would list, down to `depth`. */
export async function askAll(engine: SearchEngine, queries: Collection['queries'], depth: number): Promise<Run> {
  const run = new Map<string, readonly string[]>();
  for (const { id, text } of queries) {
    let last: SearchProgress | undefined;
    for await (const progress of engine.search({ ...idleState, q: text })) last = progress;
    const results = (await last?.readResults(0, depth)) ?? [];
    run.set(
      id,
      results.map(({ url }) => decodeURIComponent(new URL(url, 'https://host/').pathname.slice(1, -1))),
    );
  }
  return run;
}
