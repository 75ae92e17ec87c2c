/**
 * Caches the results of a pure function that is slow and is called with the same few arguments again and again.
 *
 * @param limit the maximum number of cached results; beyond it the cache is emptied
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

/** Caches the result of a function without arguments, for data that is read when it is first needed. */
export function once<Value>(compute: () => Value): () => Value {
  const known = memoize(compute);
  return () => known(undefined);
}
