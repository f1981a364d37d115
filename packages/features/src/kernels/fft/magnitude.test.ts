import fc from 'fast-check';
import { expect, test } from 'vitest';
import { magnitude } from './magnitude.ts';

/** numpy's formula for complex64, as it is written. */
function hypot(re: number, im: number): number {
  const f32 = Math.fround;
  const [smaller, larger] = [f32(Math.abs(re)), f32(Math.abs(im))].toSorted((a, b) => a - b);
  if (larger === 0) return 0;
  const ratio = f32(smaller / larger);
  return f32(larger * f32(Math.sqrt(f32(1 + ratio * ratio))));
}

test('magnitudes are numpy’s bit for bit, however far apart the parts are', () => {
  const part = fc
    .tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: -60, max: 20 }))
    .map(([mantissa, exponent]) => mantissa * 2 ** exponent);
  fc.assert(
    fc.property(part, part, (re, im) => {
      expect(Math.fround(magnitude(re, im))).toBe(hypot(re, im));
    }),
    { numRuns: 5000 },
  );
});
