import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a finished folder in the place of another one: two renames, so that there is never a half-written folder. The old
 * one comes back when the second rename fails, or, after a kill between the two, by `recoverFolder`.
 */
export async function replaceFolder(target: string, finished: string): Promise<void> {
  const old = toOld(target);
  await rm(old, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true });
  const hadTarget = existsSync(target);
  if (hadTarget) await rename(target, old);
  try {
    await rename(finished, target);
  } catch (error) {
    if (hadTarget) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Brings back a folder that a killed program had moved out of the way. */
export async function recoverFolder(target: string): Promise<void> {
  if (!existsSync(target) && existsSync(toOld(target))) await rename(toOld(target), target);
}

function toOld(target: string): string {
  return `${target}.old`;
}
