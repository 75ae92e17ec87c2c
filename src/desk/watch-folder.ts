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

/** The names that the system has reported since the last action. Undefined if anything may have changed. */
export type ChangedNames = ReadonlySet<string> | undefined;

/** The longest time for which a timer can be set, in milliseconds. */
const longestMs = 2 ** 31 - 1;

/**
 * Runs an action once, and again after every change below a folder, once the disk is quiet. Never ends.
 *
 * @param act is told the names that have changed, relative to the folder, with `/`: undefined at first and when it is
 * due. It may return the milliseconds after which it is due if nothing changes
 */
export function watchFolder(
  folder: string,
  act: (changed: ChangedNames) => Promise<number | void>,
  { only, except = '', settlingMs = 150 }: WatchOptions = {},
): Promise<never> {
  return new Promise((_resolve, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let due: ReturnType<typeof setTimeout> | undefined;
    let changed = new Set<string>();
    // A change during the action is noticed and waits.
    let acting = Promise.resolve();
    const actOnce = async (names: ChangedNames) => {
      clearTimeout(due);
      const nextMs = await act(names);
      if (nextMs !== undefined) due = setTimeout(run, Math.min(nextMs, longestMs), undefined);
    };
    const run = (getNames?: () => ChangedNames) => {
      acting = acting.then(() => actOnce(getNames?.()));
      acting.catch(reject);
    };
    const takeChanged = () => {
      const names = changed;
      changed = new Set();
      return names;
    };
    watch(folder, { recursive: only === undefined }, (_event, name) => {
      const counts = only === undefined ? !isBelow(name ?? '', except) : name === only;
      if (!counts) return;
      changed.add((name ?? '').replaceAll(path.sep, '/'));
      clearTimeout(waiting);
      waiting = setTimeout(run, settlingMs, takeChanged);
    });
    run();
  });
}

function isBelow(name: string, folder: string): boolean {
  return folder !== '' && (name === folder || name.startsWith(folder + path.sep));
}
