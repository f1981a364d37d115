/**
 * What `map` makes of items, in their order, begun for the next few of them while earlier ones are
 * still being used.
 *
 * @param ahead how many are begun at a time
 */
export async function* mapAhead<T, R>(
  items: Iterable<T>,
  map: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<R, void, undefined> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    const result = map(item);
    // Where nobody waits for it any more, its failure is none.
    result.catch(() => {});
    begun.push(result);
    if (begun.length >= ahead) yield await (begun.shift() as Promise<R>);
  }
  for (const result of begun) yield await result;
}
