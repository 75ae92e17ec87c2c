import { startStopwatch } from '../../disk/clock.ts';

/** The durations of the steps of a build. */
export interface Phases {
  /** Runs a step and records its time. */
  time<Result>(name: string, step: () => Result | Promise<Result>): Promise<Result>;
  /** Milliseconds by step, in the order in which the steps ended. */
  readonly taken: ReadonlyMap<string, number>;
  /** Formats the time since the start: `3.1 s`. */
  formatTotal(): string;
}

/** Starts to record steps. */
export function startPhases(): Phases {
  const taken = new Map<string, number>();
  const getTotalMs = startStopwatch();
  return {
    taken,
    formatTotal: () => formatSeconds(getTotalMs()),
    time: async (name, step) => {
      const getMs = startStopwatch();
      try {
        return await step();
      } finally {
        taken.set(name, getMs());
      }
    },
  };
}

/** Formats the steps in one line: `read 3.1 s, texts 12.0 s`. */
export function formatPhases({ taken }: Phases): string {
  return [...taken].map(([name, ms]) => `${name} ${formatSeconds(ms)}`).join(', ');
}

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
