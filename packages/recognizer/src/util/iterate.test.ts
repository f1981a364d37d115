import { expect, it, vi } from 'vitest';
import { iterate } from './iterate.ts';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** A stream that counts how often it was told to end. */
function stream(next: () => Promise<IteratorResult<number>>) {
  const close = vi.fn(async () => ({ done: true as const, value: undefined }));
  return { close, [Symbol.asyncIterator]: () => ({ next, return: close }) };
}

it('gives the items of lists and streams', async () => {
  expect(await all(iterate([1, 2], undefined))).toEqual([1, 2]);
  async function* numbers() {
    yield 1;
    yield 2;
  }
  expect(await all(iterate(numbers(), new AbortController().signal))).toEqual([1, 2]);
});

it('tells a stream to end where the loop is left', async () => {
  const numbers = stream(async () => ({ done: false, value: 1 }));
  for await (const _ of iterate(numbers, undefined)) break;
  expect(numbers.close).toHaveBeenCalledOnce();
});

it('tells a stream that has ended nothing', async () => {
  const numbers = stream(async () => ({ done: true, value: undefined }));
  expect(await all(iterate(numbers, undefined))).toEqual([]);
  expect(numbers.close).not.toHaveBeenCalled();
});

it('stops waiting for an item when the signal is aborted', async () => {
  const controller = new AbortController();
  const numbers = stream(() => new Promise(() => {}));
  numbers.close.mockReturnValue(new Promise(() => {}));
  const waiting = all(iterate(numbers, controller.signal));
  controller.abort('enough');
  await expect(waiting).rejects.toBe('enough');
  expect(numbers.close).toHaveBeenCalledOnce();
});

it('throws what the stream throws, and not what it throws when told to end', async () => {
  const numbers = stream(async () => {
    throw new Error('first');
  });
  numbers.close.mockRejectedValue(new Error('second'));
  await expect(all(iterate(numbers, undefined))).rejects.toThrow('first');
});
