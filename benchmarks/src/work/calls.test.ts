import { expect, test } from 'vitest';
import { calls } from './calls.ts';

test('a budget that is spent still runs once', async () => {
  let count = 0;
  await calls(() => count++)(0);
  expect(count).toBe(1);
});

test('a promise is waited for', async () => {
  const done: number[] = [];
  const side = calls(async () => {
    await Promise.resolve();
    done.push(1);
  });
  await side(0);
  expect(done).toEqual([1]);
});
