import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packTree } from '../../src/core/html-tree.ts';
import { buildIndex, type IndexPart } from '../../src/search/indexing/build-index.ts';
import { openSearchEngine, type SearchEngine, type SearchProgress } from '../../src/search/engine/engine.ts';
import type { ReadIndexFile } from '../../src/search/format/part.ts';
import type { SearchRecord } from '../../src/search/indexing/record.ts';
import { idleState, type SearchState } from '../../src/search/engine/state.ts';
import { unpack } from '../../src/search/format/unpack.ts';

/** A story of a test's index. Unspecified fields are empty. */
import { parseHtml } from './parse-html.ts';
export interface IndexedStory extends Partial<SearchRecord> {
  readonly id: string;
  readonly html?: string;
}

/** Completes a record. */
export function makeRecord(story: IndexedStory): SearchRecord {
  return {
    url: `/${story.id}/`,
    file: `${story.id}.md`,
    textHash: story.id,
    lang: 'en',
    month: '2024-11',
    title: story.id,
    summary: '',
    imageAlt: '',
    meta: {},
    filters: {},
    ...story,
  };
}

/** Builds a real index of a few stories, newest first, in parts, and opens it. */
export async function makeIndex(
  parts: readonly (readonly IndexedStory[])[],
): Promise<{ readonly engine: SearchEngine; readonly folder: string; readonly read: ReadIndexFile }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'index-'));
  const texts = new Map(parts.flat().map((story) => [makeRecord(story).file, packTree(parseHtml(story.html ?? ''))]));
  const indexed: readonly IndexPart[] = parts.map((stories, number) => ({
    id: `part-${number}`,
    inputs: '',
    records: stories.map(makeRecord),
  }));
  await buildIndex(indexed, {
    cacheDir: path.join(folder, 'cache'),
    program: 'test',
    threads: 2,
    isWhole: true,
    placed: {},
    outDir: folder,
    getTree: (file) => texts.get(file) ?? '',
  });
  const read: ReadIndexFile = async (file) =>
    unpack(new Uint8Array(await readFile(path.join(folder, 'pagefind', file))));
  const engine = openSearchEngine(
    indexed.map(({ id, records }) => ({ id, stories: records.length })),
    read,
  );
  return { engine, folder, read };
}

/** Runs a search and waits for the complete answer. */
export async function searchWhole(engine: SearchEngine, state: Partial<SearchState>): Promise<SearchProgress> {
  let last: SearchProgress | undefined;
  for await (const progress of engine.search({ ...idleState, ...state }, true)) last = progress;
  if (!last) throw new Error('The search gave no answer at all.');
  return last;
}

/** Runs a search and returns the ids of the stories found, the best first. */
export async function searchIds(engine: SearchEngine, state: Partial<SearchState>): Promise<readonly string[]> {
  const results = await (await searchWhole(engine, state)).readResults(0, 100);
  return results.map(({ url }) => new URL(url, 'https://host/').pathname.slice(1, -1));
}
