import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { formatChecked, parseChecked } from '../../disk/checked-text.ts';
import { replaceWhole } from '../../disk/write-whole.ts';
import { readEntry } from '../../disk/entry.ts';
import { measureSite, type SiteSize } from '../../hosts/host-limits.ts';
import type { BuiltPart } from '../../search/indexing/build-index.ts';
import type { PageKeys, PagePrints } from '../../paper/table.ts';
import { getStagingDir, type Plan } from '../output/publish.ts';

/** Lists of texts are read and checked several times as fast as an object with as many keys. */
const list = z.array(z.string()).readonly();

/** The schema of the stored state. Pages take three texts each: site path, key and inputs; files two: path and stat. */
export const stateSchema = z.object({
  program: z.string(),
  outDir: z.string(),
  pages: list,
  index: z.record(z.string(), z.object({ key: z.string(), inputs: z.string() })),
  edition: z.string(),
  common: z.string(),
  media: z.string(),
  files: list,
});

/** The state of the last build: enough to decide which pages a new one has to write. */
export interface BuildState {
  /** A fingerprint of everything except the content. */
  readonly program: string;
  readonly outDir: string;
  readonly pages: PagePrints;
  /** The parts of the search index, by id. */
  readonly index: Readonly<Record<string, BuiltPart>>;
  /** The fingerprint of everything else. */
  readonly edition: string;
  /** A short text about everything that any page may show (`describeCommon`). */
  readonly common: string;
  /** The fingerprint of the pictures; empty if unknown. */
  readonly media: string;
  /** The size and time of every file of the site, by its path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Opens the stored state of the last build. */
export function openBuildState(file: string) {
  return {
    /** Reads the state of an output folder. Undefined if there is none, or if it is damaged. */
    async read(outDir: string): Promise<BuildState | undefined> {
      const text = await readFile(file, 'utf8').catch(() => '');
      const state = stateSchema.safeParse(parseChecked(text)).data;
      if (state?.outDir !== outDir) return undefined;
      return { ...state, pages: unpackPages(state.pages), files: unpackFiles(state.files) };
    },
    write: ({ pages, files, ...rest }: BuildState) =>
      replaceWhole(file, formatChecked({ ...rest, pages: packPages(pages), files: [...files].flat() })),
  };
}

/** Packs the fingerprints of pages into a list. */
export function packPages(pages: PagePrints): readonly string[] {
  return [...pages].flatMap(([path, { key, inputs }]) => [path, key, inputs]);
}

/** Unpacks a list made by `packPages`. */
export function unpackPages(packed: readonly string[]): PagePrints {
  const pages = new Map<string, { key: string; inputs: string }>();
  for (let at = 0; at < packed.length; at += 3) {
    pages.set(packed[at] ?? '', { key: packed[at + 1] ?? '', inputs: packed[at + 2] ?? '' });
  }
  return pages;
}

function unpackFiles(packed: readonly string[]): BuildState['files'] {
  const files = new Map<string, string>();
  for (let at = 0; at < packed.length; at += 2) files.set(packed[at] ?? '', packed[at + 1] ?? '');
  return files;
}

/** Describes a file by its size and time. Empty if there is none. */
function describeFile(file: string): string {
  const found = readEntry(file);
  return found?.isFile() ? `${found.size} ${found.mtimeMs}` : '';
}

/**
 * Describes the files of a site that is about to be published.
 *
 * @param known descriptions of files that this build does not write
 */
export function describeFiles(
  outDir: string,
  { files, written }: Plan,
  known: BuildState['files'] = new Map(),
): BuildState['files'] {
  const isAside = new Set(written);
  const staging = getStagingDir(outDir);
  const describe = (file: string) =>
    isAside.has(file) ? describeFile(`${staging}/${file}`) : (known.get(file) ?? describeFile(`${outDir}/${file}`));
  return new Map(files.map((file) => [file, describe(file)]));
}

/** Measures a site by the description of its files. */
export function measureFiles(files: BuildState['files']): SiteSize {
  return measureSite([...files].map(([file, description]) => [file, parseInt(description, 10)]));
}

/** Lists the files of a site that changed since the last build. */
export function listSpoilt({ outDir, files }: Pick<BuildState, 'outDir' | 'files'>): ReadonlySet<string> {
  const spoilt = new Set<string>();
  for (const [file, described] of files) if (!isSame(describeFile(`${outDir}/${file}`), described)) spoilt.add(file);
  return spoilt;
}

/**
 * Compares the descriptions of a file now and then. Some hosts restore a site from copies or archives that keep
 * milliseconds or whole seconds of its times.
 */
function isSame(now: string, then: string): boolean {
  if (now === then) return true;
  const [size, timeMs = NaN] = now.split(' ').map(Number);
  const [knownSize, knownMs = NaN] = then.split(' ').map(Number);
  return size === knownSize && Math.abs(timeMs - knownMs) < (timeMs % 1000 === 0 ? 1000 : 1);
}

/** The changes that a new build makes to an output folder. */
export interface Changes {
  /** Site paths of pages to write. */
  readonly written: readonly string[];
  /** Site paths of pages to remove. */
  readonly removed: readonly string[];
}

/** Compares the pages of two builds. */
export function compareBuilds(before: PageKeys, now: PageKeys): Changes {
  return {
    written: [...now].filter(([page, key]) => before.get(page) !== key).map(([page]) => page),
    removed: [...before.keys()].filter((page) => !now.has(page)),
  };
}
