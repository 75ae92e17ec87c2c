import { watch } from 'node:fs';

/** How long it waits for an editor's program to finish saving. */
const settlingMs = 150;

/** Does something, and again after every change of anything below a folder, once the disk is quiet; does not end. */
export function watchFolder(folder: string, act: () => Promise<void>): Promise<never> {
  return new Promise((_resolve, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // A change while it is being done is seen, and waits.
    let acting = Promise.resolve();
    const run = () => {
      acting = acting.then(act).catch(reject);
    };
    watch(folder, { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(run, settlingMs);
    });
    run();
  });
}
