import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { powerToDb } from './decibels.ts';
import { log10 } from './log10.ts';

const positive = fc.double({ min: 2.3e-308, noNaN: true, noDefaultInfinity: true });

describe('log10', () => {
  test('is the decimal logarithm', () => {
    fc.assert(
      fc.property(positive, (x) => {
        const expected = Math.log10(x);
        expect(Math.abs(log10(x) - expected)).toBeLessThanOrEqual(
          1e-15 + 2 ** -49 * Math.abs(expected),
        );
      }),
      { numRuns: 20_000 },
    );
  });

  test('is exact at 1, and passes on what is no number or infinite', () => {
    expect(log10(1)).toBe(0);
    expect(log10(Number.NaN)).toBe(Number.NaN);
    expect(log10(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });

  test('has the same bits in a vector', () => {
    fc.assert(
      fc.property(fc.float32Array({ min: 0, noNaN: true, noDefaultInfinity: true }), (data) => {
        const { data: decibels } = powerToDb({ data, shape: [1, data.length] }, { topDb: null });
        const expected = data.map((value) => 10 * log10(Math.max(1e-10, value)));
        expect(decibels).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
