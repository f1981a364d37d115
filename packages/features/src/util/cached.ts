/**
 * The result of `make` for a key, which is made once and cached. A full cache is emptied, so that a
 * program that tries many keys does not grow.
 */
export function cached<K, V>(cache: Map<K, V>, size: number, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (cache.size >= size) cache.clear();
  cache.set(key, value);
  return value;
}
