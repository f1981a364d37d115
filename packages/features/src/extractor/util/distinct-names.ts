/**
 * The names of an extractor's rows, each of them once: where several features give the same, as two
 * of one kind do, `#2` and so on stands behind the name from the second on.
 */
export function distinctNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}
