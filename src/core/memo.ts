/**
 * Remembers what a pure function gave: for functions that are slow and are asked the same few things again and again.
 *
 * @param limit how many answers are kept; beyond it all are forgotten and collected anew
 */
export function memoize<Key, Value>(compute: (key: Key) => Value, limit = 100_000): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}

/** Remembers the one thing that a function without arguments gives: for data that is read when it is first needed. */
export function once<Value>(compute: () => Value): () => Value {
  const known = memoize(compute);
  return () => known(undefined);
}
