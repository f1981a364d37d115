/** The indices of equal keys together, in the order in which the keys occur first. */
export function groupIndices<Key>(keys: ArrayLike<Key>): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (let i = 0; i < keys.length; i++) {
    const indices = groups.get(keys[i]);
    if (indices) indices.push(i);
    else groups.set(keys[i], [i]);
  }
  return groups;
}
