import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFinite } from './all-finite.ts';

const length = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(16384, 16385, 40_000));

test.each([Float32Array, Float64Array])(
  'one number in a %o that is not finite is found',
  (Type) => {
    const bad = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    fc.assert(
      fc.property(length, fc.nat(), bad, (n, index, value) => {
        const values = new Type(n).fill(3e38);
        expect(allFinite(values)).toBe(true);
        values[index % n] = value;
        expect(allFinite(values)).toBe(false);
      }),
    );
  },
);

test('nothing is finite', () => {
  expect(allFinite(new Float32Array(0))).toBe(true);
});
