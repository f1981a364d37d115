import { describe, expect, it, vi } from 'vitest';
import { isAsyncIterable, isIterable, SourceIterator } from './source-iterator.ts';

/** A stream whose iterator is this, whatever it is. */
const streamOf = (iterator: unknown) =>
  ({ [Symbol.asyncIterator]: () => iterator }) as AsyncIterable<unknown>;
const open = (iterator: unknown) => new SourceIterator('f', 'items', streamOf(iterator));

it('takes results that are there at once, as `for await` does', async () => {
  const source = open({ next: () => ({ done: false, value: 1 }) });
  expect(await source.next()).toEqual({ done: false, value: 1 });
});

it.each([
  ['gives no promise', () => ({ done: true })],
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  [
    'rejects',
    async () => {
      throw new Error('no');
    },
  ],
  ['is not there', undefined],
])('closes where `return` %s', async (_, close) => {
  const source = open({ next: () => ({ value: 1 }), return: close });
  await source.next();
  await expect(source.close()).resolves.toBeUndefined();
});

it('tells it to end once, with `this`', async () => {
  const close = vi.fn();
  const iterator = { next: () => ({ value: 1 }), return: close };
  const source = open(iterator);
  await source.close();
  await source.close();
  expect(close.mock.contexts).toEqual([iterator]);
});

it.each([
  ['has ended', () => ({ done: true })],
  [
    'threw',
    () => {
      throw new Error('no');
    },
  ],
  ['gave no result', () => 1],
])('does not tell one to end that %s', async (_, next) => {
  const close = vi.fn();
  const source = open({ next, return: close });
  await source.next().catch(() => {});
  await source.close();
  expect(close).not.toHaveBeenCalled();
});

describe('refuses', () => {
  it.each([undefined, null, 1, {}, { next: 1 }])('the iterator %o', (iterator) => {
    expect(() => open(iterator)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(
          /^f: `items` must be iterable by an iterator with `next`, got /,
        ),
      }),
    );
  });

  it.each([undefined, null, 1, 'text'])('the result %o', async (result) => {
    const error = await open({ next: async () => result })
      .next()
      .catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: 'bad-argument',
      message: expect.stringMatching(/^f: `items` must be .* gives { done, value }, got /),
    });
  });
});

it('knows lists and streams by their functions', () => {
  expect([isIterable([]), isIterable({ [Symbol.iterator]: undefined })]).toEqual([true, false]);
  expect([isAsyncIterable(streamOf(1)), isAsyncIterable([])]).toEqual([true, false]);
  expect(isAsyncIterable({ [Symbol.asyncIterator]: undefined })).toBe(false);
  expect([isIterable(null), isAsyncIterable(undefined)]).toEqual([false, false]);
});
