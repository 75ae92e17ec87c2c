import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A test collection: stories, questions, and the stories relevant to each question. */
export interface Collection {
  readonly docs: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** Ids of the stories relevant to a question, by its id. */
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads a collection: `docs.jsonl`, `queries.jsonl`, `qrels.tsv` (query, 0, story, grade). Grades 1 to 4 count alike,
 * as in the Cranfield collection; anything else does not count.
 */
export async function readCollection(folder: string): Promise<Collection> {
  const readLines = async (name: string) =>
    (await readFile(path.join(folder, name), 'utf8')).split(/\r?\n/u).filter((line) => line.trim() !== '');
  const readRecords = async (name: string): Promise<Record<string, string>[]> =>
    (await readLines(name)).map((line) => JSON.parse(line));
  const docs = (await readRecords('docs.jsonl')).map(({ id, title, text }) => ({
    id: String(id),
    title: title ?? '',
    text: text ?? '',
  }));
  const queries = (await readRecords('queries.jsonl')).map(({ id, text }) => ({ id: String(id), text: text ?? '' }));
  const relevant = new Map<string, Set<string>>();
  for (const line of await readLines('qrels.tsv')) {
    const [query, , doc, grade] = line.split(/\s+/u);
    if (query === undefined || doc === undefined || !(Number(grade) >= 1 && Number(grade) <= 4)) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(doc));
  }
  return { docs, queries, relevant };
}
