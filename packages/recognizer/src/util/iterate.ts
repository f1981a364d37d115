import { abortable } from './abortable.ts';

/**
 * The items of a list or stream. What waits for the next one throws the signal's reason as soon as
 * that is aborted; the stream is told to end then, and wherever the loop is left.
 */
export async function* iterate<T>(
  items: AsyncIterable<T> | Iterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  const iterator =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let ended = false;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await abortable(Promise.resolve(iterator.next()), signal);
      if (done) {
        ended = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!ended) {
      const closed = close(iterator);
      // A generator that waits for its next item does not answer before that comes.
      if (!signal?.aborted) await closed;
    }
  }
}

/** Tells a stream to end. What it throws then would hide why it was told. */
async function close(iterator: AsyncIterator<unknown> | Iterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {}
}
