import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** An exclusive right of one build at a time. */
export interface Lock {
  /** Releases the lock. Further calls have no effect. */
  release(): void;
}

/** SQLite's code for “somebody else has it” (https://sqlite.org/rescode.html#busy). */
const busyCode = 5;

/**
 * Takes the lock of a file for as long as this process lives. It is a lock of the operating system on an empty
 * database, so it disappears with a process that is killed. The file itself stays and means nothing.
 *
 * @returns undefined when another build has it
 */
export function takeLock(file: string): Lock | undefined {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
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

/** Waits until a lock is free, and takes it. */
export async function waitForLock(file: string): Promise<Lock> {
  for (;;) {
    const lock = takeLock(file);
    if (lock) return lock;
    await setTimeout(20);
  }
}
