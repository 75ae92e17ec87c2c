import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { formatChecked, parseChecked } from '../../disk/checked-text.ts';
import { replaceWhole } from '../../disk/write-whole.ts';
import { readEntry } from '../../disk/entry.ts';
import { measureSite, type SiteSize } from '../../hosts/host-limits.ts';
import { getStagingDir, type Plan } from '../output/publish.ts';

const record = z.record(z.string(), z.string());

/** The schema of the stored state. */
export const stateSchema = z.object({
  program: z.string(),
  outDir: z.string(),
  pages: record,
  index: record,
  edition: z.string(),
  media: z.string(),
  files: record,
});

/** The state of the last build: enough to decide which pages a new one has to write. */
export interface BuildState {
  /** A fingerprint of everything except the content. */
  readonly program: string;
  readonly outDir: string;
  readonly pages: Readonly<Record<string, string>>;
  /** Keys of the parts of the search index. */
  readonly index: Readonly<Record<string, string>>;
  /** The fingerprint of everything else. */
  readonly edition: string;
  /** The fingerprint of the pictures; empty if unknown. */
  readonly media: string;
  /** The size and time of every file of the site, by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Opens the stored state of the last build. */
export function openBuildState(file: string) {
  return {
    /** Reads the state of an output folder. Undefined if there is none, or if it is damaged. */
    async read(outDir: string): Promise<BuildState | undefined> {
      const text = await readFile(file, 'utf8').catch(() => '');
      const state = stateSchema.safeParse(parseChecked(text)).data;
      return state?.outDir === outDir ? state : undefined;
    },
    write: (state: BuildState) => replaceWhole(file, formatChecked(state)),
  };
}

/** Describes a file by its size and time. Empty if there is none. */
function describeFile(file: string): string {
  const found = readEntry(file);
  return found?.isFile() ? `${found.size} ${found.mtimeMs}` : '';
}

/** Describes the files of a site that is about to be published. */
export function describeFiles(outDir: string, { files, written }: Plan): BuildState['files'] {
  const isAside = new Set(written);
  const staging = getStagingDir(outDir);
  return Object.fromEntries(
    files.map((file) => [file, describeFile(path.join(isAside.has(file) ? staging : outDir, file))]),
  );
}

/** Measures a site by the description of its files. */
export function measureFiles(files: BuildState['files']): SiteSize {
  return measureSite(Object.entries(files).map(([file, description]) => [file, parseInt(description, 10)]));
}

/** Lists the files of a site that changed since the last build. */
export function listSpoilt({ outDir, files }: BuildState): ReadonlySet<string> {
  return new Set(Object.keys(files).filter((file) => describeFile(path.join(outDir, file)) !== files[file]));
}

/** The changes that a new build makes to an output folder. */
export interface Changes {
  /** Site paths of pages to write. */
  readonly written: readonly string[];
  /** Site paths of pages to remove. */
  readonly removed: readonly string[];
}

/** Compares the pages of two builds. */
export function compareBuilds(before: Readonly<Record<string, string>>, now: ReadonlyMap<string, string>): Changes {
  return {
    written: [...now].filter(([page, key]) => before[page] !== key).map(([page]) => page),
    removed: Object.keys(before).filter((page) => !now.has(page)),
  };
}
