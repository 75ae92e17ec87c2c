import { watch } from 'node:fs';

/** Milliseconds to wait for an editor's program to finish saving. */
const settlingMs = 150;

/**
 * Runs an action once, and again after every change below a folder, once the disk is quiet. Never ends.
 *
 * @param only the single file in the folder whose changes count
 */
export function watchFolder(folder: string, act: () => Promise<void>, only?: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // A change during the action is noticed and waits.
    let acting = Promise.resolve();
    const run = () => {
      acting = acting.then(act).catch(reject);
    };
    watch(folder, { recursive: only === undefined }, (_event, name) => {
      if (only !== undefined && name !== only) return;
      clearTimeout(waiting);
      waiting = setTimeout(run, settlingMs);
    });
    run();
  });
}
