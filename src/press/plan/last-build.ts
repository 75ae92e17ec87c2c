import type { PageKeys, PagePrints } from '../../paper/table.ts';
import { toOutputFile } from '../output/output-file.ts';
import { toPlainFile } from '../output/packed-files.ts';
import type { BuildState } from './build-state.ts';
import type { LookAtSite } from './site-look.ts';

/** The last build into an output folder. Empty if another program made it. */
export interface LastBuild extends Pick<BuildState, 'program' | 'edition' | 'common' | 'media' | 'files'> {
  /** The fingerprints of its pages, whether or not their files are unchanged. */
  readonly prints: PagePrints;
  /** The fingerprints of its pages that are unchanged. */
  readonly pages: PageKeys;
  /** Its parts of the search index that are unchanged, by id. */
  readonly index: BuildState['index'];
  /** Whether every file is unchanged. */
  readonly isWhole: boolean;
}

/**
 * Reads what is left of the last build.
 *
 * @param program the fingerprint of the program that runs
 */
export async function readLastBuild(lookAtSite: LookAtSite, program: string): Promise<LastBuild> {
  const look = await lookAtSite();
  if (look?.state.program !== program) return { ...nothing, program };
  const { state: last, spoilt: spoiltFiles } = look;
  // A page makes its packed copies too.
  const spoilt = new Set([...spoiltFiles].map(toPlainFile));
  const parts = new Set([...spoilt].map(toIndexPart));
  const { pages: prints, ...rest } = last;
  return {
    ...rest,
    prints,
    pages: new Map([...prints].flatMap(([page, { key }]) => (isSpoilt(page, spoilt) ? [] : [[page, key]]))),
    index: Object.fromEntries(Object.entries(last.index).filter(([id]) => !parts.has(id))),
    files: spoiltFiles.size === 0 ? last.files : new Map([...last.files].filter(([file]) => !spoiltFiles.has(file))),
    isWhole: spoilt.size === 0,
  };
}

const nothing: Omit<LastBuild, 'program'> = {
  prints: new Map(),
  pages: new Map(),
  index: {},
  edition: '',
  common: '',
  media: '',
  files: new Map(),
  isWhole: false,
};

function isSpoilt(page: string, spoilt: ReadonlySet<string>): boolean {
  return spoilt.size > 0 && spoilt.has(toOutputFile(page));
}

/** Returns the part of the search index that a file belongs to; empty if it is not a file of the index. */
export function toIndexPart(file: string): string {
  return /^pagefind\/(?<part>[^/]+)\//u.exec(file)?.groups?.['part'] ?? '';
}
