/**
 * The items of a source. When the signal aborts, its reason is thrown at once: an item that is on
 * its way is not waited for.
 */
export async function* untilAborted<T>(
  source: Iterable<T> | AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  signal?.throwIfAborted();
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort);
  });
  // Most signals abort when nobody waits for an item.
  aborted.catch(() => {});
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await Promise.race([iterator.next(), aborted]);
      finished = done === true;
      if (finished) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // A source that is still at work on an item would be done with it first.
    const left = finished ? undefined : iterator.return?.();
    if (!signal?.aborted) await left;
    else Promise.resolve(left).catch(() => {});
  }
}
