import { abortable } from './abortable.ts';
import { SourceIterator } from './source-iterator.ts';

/**
 * The items of a list or stream. What waits for the next one throws the signal's reason as soon as
 * that is aborted; the stream is told to end then, and wherever the loop is left.
 *
 * @param name The argument that the items are of, for errors.
 */
export async function* iterate(
  caller: string,
  name: string,
  items: AsyncIterable<unknown> | Iterable<unknown>,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown, void, undefined> {
  const source = new SourceIterator(caller, name, items);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await abortable(source.next(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    const closed = source.close();
    // A generator that waits for its next item does not answer before that comes.
    if (!signal?.aborted) await closed;
  }
}
