import { expect, it } from 'vitest';
import { Budget } from './budget.ts';

const MEBIBYTE = 2 ** 20;

it.each([0, 1, MEBIBYTE])('of a file of %d bytes is 64 MiB, and 32 bytes for each', (size) => {
  const budget = new Budget(size);
  budget.spend(64 * MEBIBYTE);
  budget.spend(32 * size);
  expect(() => budget.spend(1)).toThrow(
    `it would unpack to more than ${64 + Math.round((32 * size) / MEBIBYTE)} MiB, ` +
      'which are 64 MiB and 32 times its size',
  );
});
