import process from 'node:process';
import { createContext, Script } from 'node:vm';

/** Thrown when work has used up its processor time. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** A script with a timeout is the only way to interrupt code that neither ends nor waits. */
const context = createContext();
const script = new Script('work()');

/**
 * Runs synchronous work, and interrupts it when this thread has spent its processor time on it. A wall-clock timeout
 * would reject harmless texts on a busy machine, so there the work is run again for as long as it needs.
 *
 * @throws {TimeLimitError} when the time is used up
 */
export function runWithin<T>(cpuMs: number, work: () => T): T {
  let timeout = cpuMs;
  for (;;) {
    const startMs = getCpuMs();
    const result = attempt(work, timeout);
    if (result) return result.value;
    const usedMs = getCpuMs() - startMs;
    // On a busy machine the clock runs ahead of the processor time, so most of the time counts as all of it: another
    // round would double it.
    if (usedMs >= cpuMs * 0.6) throw new TimeLimitError(`Stopped after ${cpuMs} ms of processor time.`);
    timeout = Math.ceil((1.5 * timeout * cpuMs) / Math.max(usedMs, 1));
  }
}

/** Returns the milliseconds of processor time that this thread has used. */
export function getCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function attempt<T>(work: () => T, timeout: number): { readonly value: T } | undefined {
  const outcome: { value?: T } = {};
  context['work'] = () => {
    outcome.value = work();
  };
  try {
    script.runInContext(context, { timeout });
  } catch (error) {
    if (isTimeout(error)) return undefined;
    throw error;
  }
  return outcome as { value: T };
}

/** The error belongs to the script's own realm, so it is not an instance of our `Error`. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
