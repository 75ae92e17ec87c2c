import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** A build's right to do what only one may do at a time. */
export interface Lock {
  /** Returns it back; once is enough. */
  release(): void;
}

/** SQLite's code for “somebody else has it” (https://sqlite.org/rescode.html#busy). */
const busyCode = 5;

/**
 * Takes the right that a file stands for, as long as this process lives. The lock is one of the operating system's, taken on
 * an empty database: it goes with a process that is killed. The file stays, and says nothing.
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

/** Waits until a right is free, and takes it. */
export async function waitForLock(file: string): Promise<Lock> {
  for (;;) {
    const lock = takeLock(file);
    if (lock) return lock;
    await setTimeout(20);
  }
}
