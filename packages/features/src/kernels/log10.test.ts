import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ln, log2, log10 } from './log10.ts';

// Normal numbers of all sizes.
const positive = fc.double({ min: 2.3e-308, noNaN: true, noDefaultInfinity: true });

test.each([
  ['log10', log10, Math.log10],
  ['ln', ln, Math.log],
  ['log2', log2, Math.log2],
] as const)('%s is the logarithm but for its last bits', (_, ours, theirs) => {
  fc.assert(
    fc.property(positive, (x) => {
      // The series is within 1e-15, of logarithms of up to 1,000.
      expect(ours(x)).toBeAllclose(theirs(x), { rtol: 1e-14, atol: 2e-15 });
    }),
    { numRuns: 2000 },
  );
});

test('powers of the base are whole', () => {
  expect(log10(1)).toBe(0);
  expect([1, 2, 8, 1024, 0.25].map(log2)).toEqual([0, 1, 3, 10, -2]);
});
