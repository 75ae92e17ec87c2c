import process from 'node:process';
import { startStopwatch } from '../../disk/clock.ts';

/** A line that says how far a long step is. */
export interface Progress {
  /** Shows how many of how many are done, and what else is going on. */
  report(done: number, total: number, note?: string): void;
  /** Takes the line away. */
  end(): void;
}

/** The line is written anew so often: often enough to be alive, seldom enough to cost nothing. */
const pauseMs = 100;

/** Starts a progress line on the terminal: count, rate and time left; nothing where the output is no terminal. */
export function startProgress(what: string): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { report: () => undefined, end: () => undefined };
  const getMs = startStopwatch();
  let shownMs = 0;
  return {
    report: (done, total, note = '') => {
      const nowMs = getMs();
      if (nowMs - shownMs < pauseMs) return;
      shownMs = nowMs;
      stderr.write(`\r\u001b[K${formatProgress(what, done, total, nowMs)}${note && `; ${note}`}`);
    },
    end: () => void stderr.write('\r\u001b[K'),
  };
}

/** Writes how far a step is: `pages: 1200 of 16201, 950 a second, 16 s left`. */
function formatProgress(what: string, done: number, total: number, takenMs: number): string {
  const perSecond = done / Math.max(0.001, takenMs / 1000);
  const left = Math.ceil((total - done) / Math.max(0.001, perSecond));
  return `${what}: ${done} of ${total}, ${perSecond.toFixed(0)} a second, ${left} s left`;
}
