/**
 * Finds the chapters that a reader has not seen, by the time of the newest one seen before. On a first visit nothing
 * counts as new.
 *
 * @param times ISO 8601, as pages have them
 * @param before time of the newest chapter at the last visit
 * @returns `seen` is what to remember: the newest time
 */
export function findNew(
  times: readonly string[],
  before: string | undefined,
): { readonly isNew: readonly boolean[]; readonly seen: string | undefined } {
  const beforeMs = before === undefined ? Infinity : Date.parse(before);
  const isNew = times.map((time) => Date.parse(time) > beforeMs);
  const all = before === undefined || Number.isNaN(beforeMs) ? times : [...times, before];
  const seen = all.reduce<string | undefined>(
    (newest, time) => (newest === undefined || Date.parse(time) > Date.parse(newest) ? time : newest),
    undefined,
  );
  return { isNew, seen };
}
