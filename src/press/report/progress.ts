import process from 'node:process';
import { startStopwatch } from '../../disk/clock.ts';

/** A line that shows the progress of a long step. */
export interface Progress {
  /** Shows how many of how many are done, with an optional note. */
  report(done: number, total: number, note?: string): void;
  /** Removes the line. */
  end(): void;
}

/** Milliseconds between updates of the line: often enough to look alive, seldom enough to cost nothing. */
const pauseMs = 100;

/**
 * Starts a progress line on the terminal with count, rate and time left. Does nothing if the output is not a terminal.
 */
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

/** Formats the progress of a step: `pages: 1200 of 16201, 950 a second, 16 s left`. */
function formatProgress(what: string, done: number, total: number, takenMs: number): string {
  const perSecond = done / Math.max(0.001, takenMs / 1000);
  const left = Math.ceil((total - done) / Math.max(0.001, perSecond));
  return `${what}: ${done} of ${total}, ${perSecond.toFixed(0)} a second, ${left} s left`;
}
