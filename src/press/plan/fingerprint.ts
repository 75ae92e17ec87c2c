import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { LocalSite } from '../../core/settings.ts';
import { listFiles } from '../../disk/list-files.ts';

/** Sources that determine how a Markdown file is parsed and rendered: our code, its words and the packages. */
const readerSources = ['src/content', 'src/core', 'src/i18n', 'package-lock.json'];

/** Sources that determine the search index, besides the stories. */
const indexSources = [...readerSources, 'src/search'];

/** Sources that determine how a card is drawn, besides its content. */
const cardSources = ['src/cards', 'src/atlas', 'src/core', 'package-lock.json'];

/** Sources that determine how a page is made, besides the content. */
const programSources = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** Returns a fingerprint that changes when the same Markdown file may be read or rendered differently. */
export async function readReaderFingerprint({ url, language, locale, timeZone }: SiteSettings): Promise<string> {
  return hashFiles(JSON.stringify([new URL(url).pathname, language, locale, timeZone]), readerSources);
}

/** Returns a fingerprint that changes when the same card may be drawn differently. */
export async function readCardFingerprint(): Promise<string> {
  return hashFiles('', cardSources);
}

/** Returns a fingerprint that changes when the same stories may be indexed differently. */
export async function readIndexFingerprint({ url, language, locale, timeZone }: SiteSettings): Promise<string> {
  return hashFiles(JSON.stringify([url, language, locale, timeZone]), indexSources);
}

/** The settings of a site that affect how its texts are read. */
type SiteSettings = Readonly<Record<'url' | 'language' | 'locale' | 'timeZone', string>>;

/**
 * Returns a fingerprint that changes when the same content may produce different pages. It does not depend on the
 * project's location.
 */
export async function readProgramFingerprint(site: object): Promise<string> {
  const settings = JSON.stringify({ ...site, contentDir: '', outDir: '', cacheDir: '' });
  return hashFiles(`${settings}\n${process.version}`, programSources);
}

/**
 * Returns a fingerprint that changes when the program may be compiled differently. Of the settings, `astro.config.mjs`
 * uses only the base path and whether pages are available offline.
 */
export async function readCompiledFingerprint({
  url,
  hasOffline,
}: Pick<LocalSite, 'url' | 'hasOffline'>): Promise<string> {
  return hashFiles(JSON.stringify([new URL(url).pathname, hasOffline]), programSources);
}

/** Hashes a seed with the names and bytes of all files in folders of the program, except READMEs below `src`. */
export async function hashFiles(seed: string, sources: readonly string[], root = ''): Promise<string> {
  const hash = createHash('sha256').update(seed);
  for (const source of sources) {
    for (const file of listSources(path.resolve(root, source))) {
      const name = path.relative(root, file);
      if (!/^src\b.*\.md$/u.test(name)) hash.update(name).update(await readFile(file));
    }
  }
  return hash.digest('base64url');
}

function listSources(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return listFiles(place).map((file) => path.join(place, file));
}
