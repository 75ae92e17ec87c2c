import path from 'node:path';
import { pathToFileURL } from 'node:url';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { eng } from 'stopword';
import { close, createIndex } from 'pagefind';
import { escapeHtml } from '../../../src/core/escape.ts';
import { withFileFetch } from '../../support/file-fetch.ts';
import type { Collection } from './collection.ts';
import type { Run } from './score.ts';

const stopWords: ReadonlySet<string> = new Set(eng);

/** Removes from a question the stop words, and characters that lunr would interpret. */
function toWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !stopWords.has(word))
    .join(' ');
}

/** Runs lunr with its defaults, headline and text in one index. */
export function askLunr({ docs, queries }: Collection): Run {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('title');
    builder.field('text');
    for (const doc of docs) builder.add(doc);
  });
  return new Map(queries.map(({ id, text }) => [id, index.search(toWords(text)).map(({ ref }) => ref)]));
}

/** Runs MiniSearch with its defaults, headline and text in one index. */
export function askMiniSearch({ docs, queries }: Collection): Run {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(docs);
  return new Map(queries.map(({ id, text }) => [id, index.search(toWords(text)).map((found) => String(found.id))]));
}

/** Runs Pagefind with its defaults: its own index, its own program, the question as typed. */
export async function askPagefind({ docs, queries }: Collection, folder: string, language: string): Promise<Run> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind could not be started.');
  for (const { id, title, text } of docs) {
    const content = `<html lang="${language}"><body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></body></html>`;
    await index.addHTMLFile({ url: `/${encodeURIComponent(id)}/`, content });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  return withFileFetch(async () => {
    const pagefind = await import(pathToFileURL(path.join(folder, 'pagefind.js')).href);
    const instance = pagefind.createInstance({ basePath: pathToFileURL(`${folder}/`).href, baseUrl: '/', language });
    await instance.init();
    const run = new Map<string, readonly string[]>();
    for (const { id, text } of queries) {
      const { results } = await instance.search(text);
      const found = await Promise.all(
        results.slice(0, 100).map((result: { data(): Promise<{ url: string }> }) => result.data()),
      );
      run.set(
        id,
        found.map(({ url }) => decodeURIComponent(url.replace(/^.*\/([^/]+)\/$/u, '$1'))),
      );
    }
    return run;
  });
}
