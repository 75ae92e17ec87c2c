import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** What decides what a text is rendered to, besides the text: our chain, the words it writes, and the packages. */
const chainSources = ['src/content', 'src/core', 'src/i18n', 'package-lock.json'];

/** What decides what a page is made of, besides the content. */
const programSources = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** Gives a fingerprint that changes when a text may be rendered differently. */
export async function readChainFingerprint(siteUrl: string): Promise<string> {
  return hashFiles(new URL(siteUrl).pathname, chainSources);
}

/** Gives a fingerprint that changes when the same content may give other pages. */
export async function readProgramFingerprint(settings: string): Promise<string> {
  return hashFiles(`${settings}\n${process.version}`, programSources);
}

async function hashFiles(seed: string, sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(seed);
  for (const source of sources) {
    for (const file of await listFiles(path.resolve(source)))
      hash.update(path.relative('', file)).update(await readFile(file));
  }
  return hash.digest('base64url');
}

async function listFiles(place: string): Promise<readonly string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
