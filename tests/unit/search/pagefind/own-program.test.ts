import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CborWriter } from '../../../../src/search/pagefind/cbor-writer.ts';
import { parseWordChunk, removeSignature } from '../../../../src/search/pagefind/index-files.ts';
import { packFile } from '../../../../src/search/pagefind/write-files.ts';
import { postingsPerChunk } from '../../../../src/search/format/manifest.ts';
import { readPart, type PartEntry, type ReadIndexFile, type StoryIndex } from '../../../../src/search/format/part.ts';
import { withFileFetch } from '../../../support/file-fetch.ts';
import { makeIndex, type IndexedStory } from '../../../support/make-index.ts';

/** The answer of Pagefind's program. */
interface PagefindAnswer {
  readonly results: readonly { data(): Promise<{ readonly url: string; readonly meta: object }> }[];
}

const stories: readonly IndexedStory[] = [
  {
    id: 'flood',
    title: 'Flood at the harbour',
    html: '<p>The naïve arms-control chief of Łódź.</p>',
    filters: { tag: ['sea'] },
  },
  { id: 'water', title: 'Water', html: '<p>The harbour has water.</p>', filters: { tag: ['sea', 'land'] } },
  { id: 'ko', lang: 'ko', title: 'Seoul', html: '<p>harbour 취약점</p>' },
];

/**
 * Writes what Pagefind's program reads instead of our manifest: all names and the first and last words of word files.
 *
 * Source: `pagefind_web/src/metadata.rs`
 */
async function renderMeta({ manifest }: StoryIndex, read: ReadIndexFile): Promise<Uint8Array> {
  const writer = new CborWriter();
  writer.writeArray(6);
  writer.writeText('1.6.0');
  writer.writeArray(manifest.pages.length);
  for (const { hash, words } of manifest.pages) {
    writer.writeArray(3);
    writer.writeText(hash);
    writer.writeNumber(words);
    writer.writeText('');
  }
  const files = Math.ceil(manifest.chunks.length / postingsPerChunk);
  writer.writeArray(files);
  for (let number = 0; number < files; number += 1) {
    const name = `${manifest.version}-${number}`;
    const { words } = parseWordChunk(removeSignature(await read(`part-0/index/${name}.pf_index`)));
    writer.writeArray(3);
    for (const text of [words[0], words.at(-1), name]) writer.writeText(text ?? '');
  }
  writer.writeArray(manifest.filters.size);
  for (const [filter, name] of manifest.filters) {
    writer.writeArray(2);
    for (const text of [filter, name]) writer.writeText(text);
  }
  writer.writeArray(0);
  writer.writeArray(manifest.fields.length);
  for (const field of manifest.fields) writer.writeText(field);
  return packFile(writer.toBytes());
}

describe('Pagefind’s own program', () => {
  let folder = '';
  const search = async (q: string, filters = {}): Promise<readonly string[]> =>
    withFileFetch(async () => {
      const part = path.join(folder, 'pagefind/part-0/');
      const pagefind = await import(pathToFileURL(path.join(part, 'pagefind.js')).href);
      const instance = pagefind.createInstance({ basePath: pathToFileURL(part).href, baseUrl: '/', language: 'x-en' });
      await instance.init();
      const { results }: PagefindAnswer = await instance.search(q, { filters });
      return (await Promise.all(results.map((result) => result.data()))).map(({ url }) => url);
    });

  beforeAll(async () => {
    const index = await makeIndex([stories]);
    ({ folder } = index);
    const part = path.join(folder, 'pagefind/part-0');
    const english = (await readPart('part-0/', index.read)).find(({ language }) => language === 'x-en');
    if (!english) throw new Error('There are no English stories.');
    await writeFile(path.join(part, 'pagefind.x-en.pf_meta'), await renderMeta(english, index.read));
    const entry: PartEntry = JSON.parse(await readFile(path.join(part, 'pagefind-entry.json'), 'utf8'));
    const languages = { 'x-en': { hash: 'x-en', wasm: null, page_count: entry.stories.length } };
    await writeFile(path.join(part, 'pagefind-entry.json'), JSON.stringify({ version: '1.6.0', languages }));
    const program = await createIndex();
    await program.index?.addCustomRecord({ url: '/', content: 'a', language: 'x-en' });
    for (const { path: name, content } of (await program.index?.getFiles())?.files ?? []) {
      if (!/^pagefind(?:-worker)?\.js$|^wasm/u.test(name)) continue;
      await mkdir(path.dirname(path.join(part, name)), { recursive: true });
      await writeFile(path.join(part, name), content);
    }
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['harbour', ['/flood/', '/water/']],
    ['flood', ['/flood/']],
    ['control', ['/flood/']],
    ['naive', ['/flood/']],
    ['lodz', ['/flood/']],
    ['harb', ['/flood/', '/water/']],
    ['nowhere', []],
  ])('finds %s in our files', async (q, urls) => {
    expect([...(await search(q))].sort()).toEqual(urls);
  });

  it('filters by our files', async () => {
    expect(await search('harbour', { tag: 'land' })).toEqual(['/water/']);
  });
});
