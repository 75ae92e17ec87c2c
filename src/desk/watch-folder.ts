import { statSync, watch } from 'node:fs';
import path from 'node:path';

/** The changes that count, and how soon. */
export interface WatchOptions {
  /** The files and folders in it whose changes count: all if it is not given. */
  readonly only?: readonly string[];
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
    const notice = (name: string) => {
      if (isBelow(name, except) || !(only?.some((counted) => isBelow(name, counted)) ?? true)) return;
      changed.add(name.replaceAll(path.sep, '/'));
      clearTimeout(waiting);
      waiting = setTimeout(run, settlingMs, takeChanged);
    };
    watch(folder, { recursive: only === undefined }, (_event, name) => {
      // A folder that is made later is watched from then on.
      if (name !== null && only?.includes(name)) watchInside(folder, name, notice);
      notice(name ?? '');
    });
    for (const name of only ?? []) watchInside(folder, name, notice);
    run();
  });
}

/** Watches what a name in a folder stands for, if that is a folder. */
function watchInside(folder: string, name: string, notice: (name: string) => void): void {
  const inner = path.join(folder, name);
  if (!statSync(inner, { throwIfNoEntry: false })?.isDirectory()) return;
  watch(inner, { recursive: true }, (_event, file) => notice(path.join(name, file ?? '')));
}

function isBelow(name: string, folder: string): boolean {
  return folder !== '' && (name === folder || name.startsWith(folder + path.sep));
}
