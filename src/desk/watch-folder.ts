import { watch } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** How long it waits for an editor's program to finish saving. */
const settlingMs = 150;

/** Gives a sign after every change of anything below a folder, once the disk is quiet, for ever. */
export async function* watchFolder(folder: string): AsyncGenerator<void> {
  let hasChanged = false;
  let wake: () => void = () => undefined;
  const follow = async () => {
    for await (const _event of watch(folder, { recursive: true })) {
      hasChanged = true;
      wake();
    }
  };
  const following = follow();
  for (;;) {
    if (!hasChanged) await Promise.race([following, new Promise<void>((resolve) => (wake = resolve))]);
    while (hasChanged) {
      hasChanged = false;
      await setTimeout(settlingMs);
    }
    yield;
  }
}
