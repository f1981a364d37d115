import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { weightedRows } from './weighted-rows.ts';

const random = seeded(3);

// Fewer columns than the kernel takes, a multiple of eight and one more; an odd count of sums; more
// values than it takes at a time.
test.each([
  [1, 5, 3],
  [3, 4, 7],
  [4, 16, 8],
  [13, 40, 9],
  [20, 128, 345],
  [2, 1024, 1025],
  [3, 1100, 2999],
])('%i sums of %i rows and %i columns are those of the definition', (count, inner, columns) => {
  const weights = Float64Array.from({ length: count * inner }, () => random() - 0.5);
  const data = Float32Array.from({ length: inner * columns }, () => random() - 0.5);
  const sums = weightedRows(weights, { data, shape: [inner, columns] });
  expect(sums.shape).toEqual([count, columns]);
  const expected = new Float32Array(count * columns);
  for (let row = 0; row < count; row++) {
    for (let t = 0; t < columns; t++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += weights[row * inner + k] * data[k * columns + t];
      expected[row * columns + t] = sum;
    }
  }
  // To the last bit, since the order is the same.
  expect(sums.data).toEqual(expected);
});
