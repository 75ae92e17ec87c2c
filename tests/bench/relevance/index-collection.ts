import { createHash } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { h, packTree } from '../../../src/core/html-tree.ts';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import type { SearchRecord } from '../../../src/search/indexing/record.ts';
import type { Collection } from './collection.ts';

/**
 * Builds the search index of a collection with the same code as those of newsrooms: one part, all stories of one month,
 * so that only words decide.
 */
export async function indexCollection({ docs }: Collection, folder: string, language: string): Promise<void> {
  const records = docs.map((doc): SearchRecord => ({
    url: `/${encodeURIComponent(doc.id)}/`,
    id: doc.id,
    file: doc.id,
    textHash: createHash('sha256').update(doc.text).digest('hex'),
    lang: language,
    month: '2024-01',
    // A collection's titles are as long as they are; its texts have no standfirst.
    title: doc.title || doc.text.slice(0, 80),
    summary: '',
    imageAlt: '',
    meta: {},
    filters: {},
  }));
  const texts = new Map(docs.map(({ id, text }) => [id, packTree({ type: 'root', children: [h('p', {}, [text])] })]));
  await buildIndex([{ id: 'all', inputs: '', records }], {
    cacheDir: path.join(folder, 'cache'),
    program: `${process.pid} ${Date.now()}`,
    threads: 1,
    isWhole: true,
    placed: {},
    outDir: folder,
    getTree: (file) => texts.get(file) ?? '',
  });
}
