/**
 * The items of a source. When the signal aborts, its reason is thrown at once, without waiting for
 * the next item.
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
  // Without this, an abort while no item is awaited would be an unhandled rejection.
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
    // Not awaited after an abort, because `return` waits for the next item.
    const left = finished ? undefined : iterator.return?.();
    if (!signal?.aborted) await left;
    else Promise.resolve(left).catch(() => {});
  }
}
