import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** A build's right to change a folder. */
export interface Lock {
  /** Gives it back; once is enough. */
  release(): void;
}

/** SQLite's code for “somebody else has it” (https://sqlite.org/rescode.html#busy). */
const busyCode = 5;

/**
 * Takes the right to change a folder, for as long as this process lives. The lock is one of the operating system's, taken on
 * an empty database: it goes with a process that is killed, so that none is ever left behind.
 *
 * @returns undefined when another build has it
 */
export function takeLock(folder: string): Lock | undefined {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const file = path.resolve('node_modules/.cache/gazetteer/locks', `${key}.lock`);
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busyCode) return undefined;
    throw error;
  }
  let isHeld = true;
  return {
    release: () => {
      if (isHeld) database.close();
      isHeld = false;
    },
  };
}

/** Waits until the right to change a folder is free, and takes it. */
export async function waitForLock(folder: string): Promise<Lock> {
  for (;;) {
    const lock = takeLock(folder);
    if (lock) return lock;
    await setTimeout(20);
  }
}
