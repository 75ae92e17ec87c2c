import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM'] as const;
/** The exit code that a shell expects from a stopped program: 128 plus the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** Decides what a stop signal does to a build. */
export interface DeferredStop {
  /** Defers stop signals until the build is done. */
  hold(): void;
  /** Ends the deferral, and obeys a signal that came meanwhile. */
  release(): Promise<void>;
}

/**
 * Lets signals stop a build at once while it works in the staging folder, but only after the swap while it changes the
 * site, so that a reader never sees half of it. The next build removes the staging folder.
 */
export function deferStop(): DeferredStop {
  let isHeld = false;
  let pending: number | undefined;
  const handlers = signals.map((signal) => {
    const handle = () => {
      if (!isHeld) process.exit(exitCodes[signal]);
      pending = exitCodes[signal];
    };
    process.on(signal, handle);
    return [signal, handle] as const;
  });
  return {
    hold: () => void (isHeld = true),
    release: async () => {
      // Files are moved without a pause. A signal that comes meanwhile is delivered when Node next looks for events, which
      // it has done before the second of these.
      await setImmediate();
      await setImmediate();
      for (const [signal, handle] of handlers) process.off(signal, handle);
      if (pending !== undefined) process.exit(pending);
    },
  };
}
