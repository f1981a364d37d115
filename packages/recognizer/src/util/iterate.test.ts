import { expect, it, vi } from 'vitest';
import { iterate } from './iterate.ts';

async function all(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const list: unknown[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** A stream that counts how often it was told to end. */
function stream(next: () => Promise<IteratorResult<number>>) {
  const close = vi.fn(async () => ({ done: true as const, value: undefined }));
  return { close, [Symbol.asyncIterator]: () => ({ next, return: close }) };
}

it('gives the items of lists and streams', async () => {
  expect(await all(iterate('f', 'items', [1, 2], undefined))).toEqual([1, 2]);
  async function* numbers() {
    yield 1;
    yield 2;
  }
  expect(await all(iterate('f', 'items', numbers(), new AbortController().signal))).toEqual([1, 2]);
});

it('tells a stream to end where the loop is left', async () => {
  const numbers = stream(async () => ({ done: false, value: 1 }));
  for await (const _ of iterate('f', 'items', numbers, undefined)) break;
  expect(numbers.close).toHaveBeenCalledOnce();
});

it('tells a stream that has ended nothing', async () => {
  const numbers = stream(async () => ({ done: true, value: undefined }));
  expect(await all(iterate('f', 'items', numbers, undefined))).toEqual([]);
  expect(numbers.close).not.toHaveBeenCalled();
});

it('stops waiting for an item when the signal is aborted', async () => {
  const controller = new AbortController();
  const numbers = stream(() => new Promise(() => {}));
  numbers.close.mockReturnValue(new Promise(() => {}));
  const waiting = all(iterate('f', 'items', numbers, controller.signal));
  controller.abort('enough');
  await expect(waiting).rejects.toBe('enough');
  expect(numbers.close).toHaveBeenCalledOnce();
});

it('throws what the stream throws, and does not tell it to end', async () => {
  const numbers = stream(async () => {
    throw new Error('first');
  });
  // As in a loop of the language: else this would be waited for without end.
  numbers.close.mockReturnValue(new Promise(() => {}));
  await expect(all(iterate('f', 'items', numbers, undefined))).rejects.toThrow('first');
  expect(numbers.close).not.toHaveBeenCalled();
});

it('leaves out what a stream throws when it is told to end', async () => {
  const numbers = stream(async () => ({ done: false, value: 1 }));
  numbers.close.mockRejectedValue(new Error('second'));
  for await (const _ of iterate('f', 'items', numbers, undefined)) break;
  expect(numbers.close).toHaveBeenCalledOnce();
});
