import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { programDir } from '../../disk/program-dir.ts';
import { readEntry } from '../../disk/entry.ts';
import { BuildRefusal } from '../../core/failure.ts';
import { takeLock } from './lock.ts';
import { findOutDirProblem, toShown } from './out-dir.ts';
import { finishPublishing, listFolders } from './publish.ts';
import { hasMark, readMark, siteMark } from './site-mark.ts';

/** The file that marks a site as a preview, which shows unpublished stories. */
export const previewMark = '.gazetteer-preview';

/** Returns the lock file of an output folder. It is inside the folder, where builds of every clone find it. */
export function getLockFile(outDir: string): string {
  return path.join(outDir, '.gazetteer-lock');
}

/** The folder of a build, and its surroundings. */
export interface OutputOptions {
  readonly outDir: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Whether the build itself is a preview, whose folder is in the cache. */
  readonly isPreview: boolean;
}

/** The exclusive right to change an output folder. */
export interface Output {
  /** Lists the files that builds have made, relative to the folder. */
  listOwned(): Promise<readonly string[]>;
  /** Releases the folder. Further calls have no effect. */
  release(): void;
}

/**
 * Checks a folder before a build: nothing in it can be lost, it is writable, no other build is using it and it contains
 * no preview. Finishes the publishing of a build that was killed in the middle of it.
 *
 * @param listRecorded lists the files that are exactly as the last build has left them: for a folder whose mark is lost
 * @throws a refusal, or what the disk says
 */
export async function openOutput(
  options: OutputOptions,
  listRecorded: () => Promise<readonly string[]>,
): Promise<Output> {
  const { outDir, isPreview } = options;
  const shown = toShown(outDir);
  if (!isPreview) assertClear(options);
  mkdirSync(outDir, { recursive: true });
  accessSync(outDir, constants.R_OK | constants.W_OK | constants.X_OK);
  await assertOurs(outDir, shown, listRecorded);
  const lock = takeLock(getLockFile(outDir));
  if (!lock) {
    throw new BuildRefusal(
      `Another build is running in ${shown}. Nothing was built. Build again when it has finished, or set OUT_DIR to another folder.`,
    );
  }
  try {
    if (!isPreview && existsSync(path.join(outDir, previewMark))) {
      throw new BuildRefusal(
        `${shown} contains a preview with drafts. Nothing was built. Delete the folder, or set OUT_DIR to another one.`,
      );
    }
    finishPublishing(outDir);
    return { listOwned: async () => readMark(path.join(outDir, siteMark)) ?? listRecorded(), release: lock.release };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Checks that all folders of a site are writable, before an hour's work rather than after it. */
export function assertWritable(outDir: string, files: readonly string[]): void {
  for (const folder of listFolders(files)) {
    const full = path.join(outDir, folder);
    if (readEntry(full)?.isDirectory()) accessSync(full, constants.W_OK | constants.X_OK);
  }
}

/** Checks that a folder does not touch anything that is not a site. Throws a refusal if it does. */
export function assertClear({ outDir, contentDir, cacheDir }: Omit<OutputOptions, 'isPreview'>): void {
  const problem = findOutDirProblem(outDir, toShown(outDir), {
    contentDir,
    cacheDir,
    projectDir: programDir,
    workDir: process.cwd(),
    homeDir: homedir(),
  });
  if (problem !== undefined) throw new BuildRefusal(`${problem} Nothing was built.`);
}

/**
 * Astro's working folder. Its place in the program's folder is fixed
 * (https://docs.astro.build/en/reference/configuration-reference/#cachedir).
 */
const astroDir = '.astro';

/** Checks that the authoring server of Astro can write its working files, without a stack trace. Builds need none. */
export function assertProgramWritable(program: string = programDir): void {
  const folder = path.join(program, astroDir);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const problem = `This user cannot write to \`${folder}\`, where Astro keeps its working files.`;
    const cure = 'Make that folder writable, or copy the program to a folder that you own.';
    throw new BuildRefusal(`${problem} ${cure}`, { cause: error });
  }
}

/** Entries that file systems and file managers put into an empty folder. */
const nobodys = new Set(['lost+found', '.DS_Store', '.gitkeep']);

/** Checks that a folder is empty or a site made by our builds. */
async function assertOurs(
  outDir: string,
  shown: string,
  listRecorded: () => Promise<readonly string[]>,
): Promise<void> {
  const found = readdirSync(outDir).filter((name) => !nobodys.has(name) && !name.startsWith('.gazetteer-'));
  if (found.length === 0 || hasMark(path.join(outDir, siteMark)) || (await listRecorded()).length > 0) return;
  const isOld = ['pagefind', 'sitemap.xml', '_headers'].every((name) => found.includes(name));
  const cure = isOld
    ? 'It looks like a site built by an older version. If nothing in it is yours, delete the folder and build again.'
    : 'Set OUT_DIR to a new or empty folder. Files that you add there after the first build are kept.';
  throw new BuildRefusal(
    `${shown} contains files that Gazetteer did not make (${listSome(found)}). Nothing was built. ${cure}`,
  );
}

function listSome(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
