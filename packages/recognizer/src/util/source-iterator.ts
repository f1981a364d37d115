import { badArgument } from './checks.ts';

/** Whether `value` can be looped over with `for await` alone. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof Object(value)[Symbol.asyncIterator] === 'function';
}

/** Whether `value` can be looped over with `for`. */
export function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof Object(value)[Symbol.iterator] === 'function';
}

/**
 * An iterator that the user made. As with `for await`, what its methods give may be there at once
 * or later, and `return` may be missing.
 */
export class SourceIterator {
  readonly #caller: string;
  readonly #name: string;
  readonly #iterator: Partial<AsyncIterator<unknown> | Iterator<unknown>>;
  #isOpen = true;

  /** @param name The argument that the items are of, for errors. */
  constructor(caller: string, name: string, items: AsyncIterable<unknown> | Iterable<unknown>) {
    this.#caller = caller;
    this.#name = name;
    this.#iterator = isAsyncIterable(items)
      ? items[Symbol.asyncIterator]()
      : items[Symbol.iterator]();
    if (typeof Object(this.#iterator).next === 'function') return;
    throw badArgument(caller, name, 'iterable by an iterator with `next`', this.#iterator);
  }

  /**
   * The next item.
   *
   * @throws What the iterator throws, and `RecognizerError` `bad-argument` for what is no result.
   *   Then it is not told to end: as in every loop, it has ended itself.
   */
  async next(): Promise<{ readonly done?: boolean; readonly value?: unknown }> {
    try {
      const result: unknown = await this.#iterator.next?.();
      if (typeof result !== 'object' || result === null) {
        const expected = 'iterable by an iterator whose `next` gives { done, value }';
        throw badArgument(this.#caller, this.#name, expected, result);
      }
      const { done } = result as { done?: unknown };
      if (done) this.#isOpen = false;
      return result;
    } catch (error) {
      this.#isOpen = false;
      throw error;
    }
  }

  /**
   * Tells it to end, unless it has ended. What it throws then is left out: it would hide why it was
   * told.
   *
   * @returns When it has ended. A generator that waits for its next item does not before that comes.
   */
  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      await this.#iterator.return?.();
    } catch {}
  }
}
