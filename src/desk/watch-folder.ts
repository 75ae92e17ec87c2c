import { watch } from 'node:fs';
import path from 'node:path';

/** The changes that count, and how soon. */
export interface WatchOptions {
  /** The single file in the folder whose changes count. */
  readonly only?: string;
  /** A folder in it whose changes do not count. */
  readonly except?: string;
  /** Milliseconds without changes after which an editor's program has finished saving. */
  readonly settlingMs?: number;
}

/** The longest time for which a timer can be set, in milliseconds. */
const longestMs = 2 ** 31 - 1;

/**
 * Runs an action once, and again after every change below a folder, once the disk is quiet. Never ends.
 *
 * @param act may return the milliseconds after which it runs again if nothing changes
 */
export function watchFolder(
  folder: string,
  act: () => Promise<number | void>,
  { only, except = '', settlingMs = 150 }: WatchOptions = {},
): Promise<never> {
  return new Promise((_resolve, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let due: ReturnType<typeof setTimeout> | undefined;
    // A change during the action is noticed and waits.
    let acting = Promise.resolve();
    const actOnce = async () => {
      clearTimeout(due);
      const nextMs = await act();
      if (nextMs !== undefined) due = setTimeout(run, Math.min(nextMs, longestMs));
    };
    const run = () => {
      acting = acting.then(actOnce);
      acting.catch(reject);
    };
    watch(folder, { recursive: only === undefined }, (_event, name) => {
      const counts = only === undefined ? !isBelow(name ?? '', except) : name === only;
      if (!counts) return;
      clearTimeout(waiting);
      waiting = setTimeout(run, settlingMs);
    });
    run();
  });
}

function isBelow(name: string, folder: string): boolean {
  return folder !== '' && (name === folder || name.startsWith(folder + path.sep));
}
