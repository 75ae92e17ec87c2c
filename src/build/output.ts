import { constants, existsSync } from 'node:fs';
import { access, mkdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { BuildRefusal } from './failure.ts';
import { takeLock, type Lock } from './lock.ts';

/** The file that says of a site that it is a preview, and shows what nobody may see yet. */
export const previewMark = '.gazetteer-preview';

/** Gives the file that stands for the right to change an output folder: beside it, where builds of every clone find it. */
export function getLockFile(outDir: string): string {
  return path.join(path.dirname(outDir), `.${path.basename(outDir)}.lock`);
}

/**
 * Makes sure of a folder before anything is built into it: that no other build is at it, that it and the folder above can be
 * written to, and that it holds no preview. Throws a refusal, or what the disk says, when not.
 *
 * @param isPreview the build is one of a preview itself
 */
export async function openOutput(outDir: string, isPreview: boolean): Promise<Lock> {
  const probe = `${outDir}.probe-${process.pid}`;
  await mkdir(probe, { recursive: true });
  await rmdir(probe);
  const lock = takeLock(getLockFile(outDir));
  const shown = path.relative('', outDir) || '.';
  if (!lock) {
    throw new BuildRefusal(
      `Another build is at work in ${shown}. Nothing was built; build again when that one has ended, or set OUT_DIR.`,
    );
  }
  try {
    if (!isPreview && existsSync(path.join(outDir, previewMark))) {
      throw new BuildRefusal(
        `${shown} holds a preview, with drafts in it. Nothing was built; delete the folder, or set OUT_DIR to another one.`,
      );
    }
    if (existsSync(outDir)) await access(outDir, constants.W_OK);
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}
