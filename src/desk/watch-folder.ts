import { watch } from 'node:fs';

/** How long it waits for an editor's program to finish saving. */
const settlingMs = 150;

/** Does something after every change of anything below a folder, once the disk is quiet, never twice at once; does not end. */
export function watchFolder(folder: string, act: () => Promise<void>): Promise<never> {
  return new Promise((_resolve, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let acting = Promise.resolve();
    watch(folder, { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        acting = acting.then(act).catch(reject);
      }, settlingMs);
    });
  });
}
