import process from 'node:process';

/** A line that says how far a long step is. */
export interface Progress {
  /** Shows how many of how many are done. */
  report(done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Starts a progress line on the terminal: count, rate and time left; nothing where the output is no terminal. */
export function startProgress(what: string): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { report: () => undefined, end: () => undefined };
  const startedMs = performance.now();
  return {
    report: (done, total) => {
      const perSecond = done / Math.max(0.001, (performance.now() - startedMs) / 1000);
      const left = Math.ceil((total - done) / Math.max(0.001, perSecond));
      stderr.write(`\r\u001b[K${what}: ${done} of ${total}, ${perSecond.toFixed(0)} a second, ${left} s left`);
    },
    end: () => void stderr.write('\r\u001b[K'),
  };
}
