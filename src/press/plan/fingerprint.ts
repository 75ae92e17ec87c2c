import { createHash, hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { once } from '../../core/memo.ts';
import type { Face } from '../../core/face.ts';
import type { LocalSite } from '../../core/settings.ts';
import { listFiles } from '../../disk/list-files.ts';
import { programDir } from '../../disk/program-dir.ts';

/** Sources that determine how a Markdown file is parsed and rendered: our code, its words and the packages. */
const readerSources = ['src/content', 'src/core', 'src/i18n', 'package-lock.json'];

/** Sources that determine the search index, besides the stories. */
const indexSources = [...readerSources, 'src/search'];

/** Sources that determine how a card is drawn, besides its content. */
const cardSources = ['src/cards', 'src/atlas', 'src/core', 'package-lock.json'];

/** Sources that determine how a page is made, besides the content. */
const programSources = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** Returns a fingerprint that changes when the same Markdown file may be read or rendered differently. */
export function readReaderFingerprint({
  url,
  language,
  locale,
  timeZone,
  choices,
}: SiteSettings & Pick<Partial<LocalSite>, 'choices'>): string {
  const settings = [new URL(url).pathname, language, locale, timeZone, choices?.words];
  return sumUp(JSON.stringify(settings), readerSources);
}

/** Returns a fingerprint that changes when the same card may be drawn differently. */
export function readCardFingerprint(): string {
  return sumUp('', cardSources);
}

/** Returns a fingerprint that changes when the same stories may be indexed differently. */
export function readIndexFingerprint({ url, language, locale, timeZone }: SiteSettings): string {
  return sumUp(JSON.stringify([url, language, locale, timeZone]), indexSources);
}

/** The settings of a site that affect how its texts are read. */
type SiteSettings = Readonly<Record<'url' | 'language' | 'locale' | 'timeZone', string>>;

/**
 * Returns a fingerprint that changes when the same content may produce different pages. It does not depend on the
 * project's location.
 */
export function readProgramFingerprint(site: object): string {
  const settings = JSON.stringify({ ...site, contentDir: '', outDir: '', cacheDir: '' });
  return sumUp(`${settings}\n${process.version}`, programSources);
}

/** Returns a fingerprint that changes when the program may be compiled differently. */
export function readCompiledFingerprint({ parts }: Pick<Face, 'parts'> = {}): string {
  return sumUp(parts ? JSON.stringify(parts) : '', programSources);
}

/** Returns a fingerprint that changes when the program may be compiled or placed differently (`placeProgram`). */
export function readPlacedFingerprint({
  url,
  hasOffline,
  face,
}: Pick<LocalSite, 'url' | 'hasOffline' | 'face'>): string {
  return sumUp(JSON.stringify([new URL(url).pathname, hasOffline, face]), programSources);
}

function sumUp(seed: string, sources: readonly string[]): string {
  const sum = createHash('sha256').update(seed);
  for (const [name, digest] of getSources())
    if (sources.some((source) => isBelow(name, source))) sum.update(name + digest);
  return sum.digest('base64url');
}

function isBelow(name: string, source: string): boolean {
  return name === source || name.startsWith(`${source}/`);
}

/** The hashes of sources, in a package: made when it was packed, before they were compiled. */
const recordFile = path.join(programDir, 'sources.json');

/** The sources of the program that runs, as they were when it started. */
const getSources = once((): ReadonlyMap<string, string> =>
  existsSync(recordFile)
    ? new Map(JSON.parse(readFileSync(recordFile, 'utf8')) as readonly [string, string][])
    : hashProgram(),
);

/** Hashes all sources of the program. */
export function hashProgram(): ReadonlyMap<string, string> {
  return hashSources(programSources, programDir);
}

/**
 * Hashes all files in folders of the program, except READMEs below `src`.
 *
 * @returns hashes by the paths of files below the root, with `/`
 */
export function hashSources(sources: readonly string[], root = ''): ReadonlyMap<string, string> {
  const names = sources.flatMap((source) => listSources(root, source)).filter((name) => !/^src\/.*\.md$/u.test(name));
  return new Map(names.map((name) => [name, hash('sha256', readFileSync(path.join(root, name)), 'base64url')]));
}

function listSources(root: string, source: string): readonly string[] {
  const place = path.join(root, source);
  return statSync(place).isDirectory() ? listFiles(place).map((file) => `${source}/${file}`) : [source];
}
