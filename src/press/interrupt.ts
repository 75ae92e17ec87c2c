import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM'] as const;
/** The exit code that a shell expects from a stopped program: 128 plus the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** Decides what a signal to stop does to a build. */
export interface DeferredStop {
  /** From now on a signal is obeyed only when the build is done. */
  hold(): void;
  /** The build is done: obeys a signal that came meanwhile. */
  release(): void;
}

/**
 * Makes signals stop a build at once while it works aside, and only after the swap while it changes the site: a reader never
 * finds half of it. What lies aside is removed by the next build.
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
    release: () => {
      for (const [signal, handle] of handlers) process.off(signal, handle);
      if (pending !== undefined) process.exit(pending);
    },
  };
}
