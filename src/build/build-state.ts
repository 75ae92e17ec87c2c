import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../content/write-whole.ts';

/** What the last build made: enough to tell which pages a new one has to write. */
export interface BuildState {
  /** Changes with everything but the content. */
  readonly program: string;
  readonly outDir: string;
  readonly pages: Readonly<Record<string, string>>;
  /** Keys of the parts of the search index. */
  readonly index: Readonly<Record<string, string>>;
  /** What everything else was made from. */
  readonly edition: string;
  /** What the pictures were; empty when nobody knows. */
  readonly media: string;
}

/** Keeps the state of the last build whose output stands; none while a site is being changed. */
export function openBuildState(file: string) {
  return {
    /** Gives the state, if it is of this program and its output is still there. */
    async read(program: string, outDir: string): Promise<BuildState | undefined> {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      const state = text === undefined ? undefined : (JSON.parse(text) as BuildState);
      const isUsable =
        state?.program === program && state.outDir === outDir && existsSync(path.join(outDir, 'index.html'));
      return isUsable ? state : undefined;
    },
    /** Forgets it: what is in the output is no longer known. */
    forget: () => rm(file, { force: true }),
    write: (state: BuildState) => writeWhole(file, JSON.stringify(state)),
  };
}

/** What a new build has to do to an output. */
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
