/** How long the steps of a build took. */
export interface Phases {
  /** Does a step and notes its time. */
  time<Result>(name: string, step: () => Result | Promise<Result>): Promise<Result>;
  /** Milliseconds by step, in the order in which the steps ended. */
  readonly taken: ReadonlyMap<string, number>;
}

/** Starts to note steps. */
export function startPhases(): Phases {
  const taken = new Map<string, number>();
  return {
    taken,
    time: async (name, step) => {
      const startedMs = performance.now();
      try {
        return await step();
      } finally {
        taken.set(name, performance.now() - startedMs);
      }
    },
  };
}

/** Writes the steps in a line: `read 3.1 s, texts 12.0 s`. */
export function formatPhases({ taken }: Phases): string {
  return [...taken].map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ');
}
