import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { matrixProduct } from './matrix-product.ts';

// Rows and columns that the kernel must fill up, and some that it need not; no inner dimension.
const SHAPES = [
  [1, 1, 1],
  [2, 3, 8],
  [19, 300, 19],
  [5, 64, 24],
  [3, 7, 65],
  [4, 0, 3],
];

describe.each(SHAPES)('[%i, %i] times [.., %i]', (rows, inner, columns) => {
  const random = seeded(rows + columns);
  const a = Float64Array.from({ length: rows * inner }, () => random() - 0.5);
  const b = Float64Array.from({ length: inner * columns }, () => random() - 0.5);

  test('has the sums of the definition, term after term', () => {
    const expected = Float64Array.from({ length: rows * columns }, (_, at) => {
      const row = Math.floor(at / columns);
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a[row * inner + k] * b[k * columns + (at % columns)];
      return sum;
    });
    // To the last bit, since the order is the same.
    expect(matrixProduct(a, b, rows, inner, columns)).toEqual(expected);
    expect(matrixProduct(a, b, rows, inner, columns)).toEqual(expected);
  });
});
