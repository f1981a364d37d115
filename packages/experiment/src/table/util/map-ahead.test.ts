import { expect, it } from 'vitest';
import { collect } from '../../testing/collect.ts';
import { mapAhead } from './map-ahead.ts';

it('gives results in order, and begins so many before they are needed', async () => {
  const begun: number[] = [];
  const results = mapAhead(
    [0, 1, 2, 3, 4],
    async (item) => {
      begun.push(item);
      return 10 * item;
    },
    2,
  );
  expect(await results.next()).toEqual({ value: 0, done: false });
  expect(begun).toEqual([0, 1]);
  expect(await results.next()).toEqual({ value: 10, done: false });
  expect(begun).toEqual([0, 1, 2]);
  expect(await collect(results)).toEqual([20, 30, 40]);
});

it('fails at the item that fails, and where nobody waits, nothing does', async () => {
  const fail = async (item: number) => {
    if (item > 0) throw new Error(`no ${item}`);
    return item;
  };
  const results = mapAhead([0, 1, 2], fail, 3);
  await results.next();
  await expect(results.next()).rejects.toThrow('no 1');
});
