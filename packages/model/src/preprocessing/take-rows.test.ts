import { expect, it } from 'vitest';
import { takeRows } from './take-rows.ts';

const x = Float32Array.of(0, 1, 10, 11, 20, 21);

it('copies rows in the order asked for', () => {
  expect(takeRows(x, 2, [2, 0, 2])).toEqual(Float32Array.of(20, 21, 0, 1, 20, 21));
});

it('takes all rows, up to the last', () => {
  expect(takeRows(x, 2, [0, 1, 2])).toEqual(x);
  expect(takeRows(x, 3, [1])).toEqual(Float32Array.of(11, 20, 21));
});

it('takes no rows', () => {
  expect(takeRows(x, 2, [])).toEqual(new Float32Array());
});

it('leaves the rows themselves alone', () => {
  takeRows(x, 2, [0]).fill(9);
  expect(x[0]).toBe(0);
});

it.each([-1, 3, Number.NaN])('refuses the index %d', (index) => {
  expect(() => takeRows(x, 2, [0, index])).toThrow(
    `takeRows: \`indices[1]\` must be in [0, 3), got ${index}`,
  );
});
