import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zeroCrossingRate } from './zero-crossing-rate.ts';

/** The definition: changes of `y < -threshold` within a frame, over its length. */
function counted(samples: ArrayLike<number>, threshold: number): number {
  const below = Array.from(samples, (y) => y < -threshold);
  return below.filter((b, i) => i > 0 && b !== below[i - 1]).length / samples.length;
}

// Numbers around the thresholds, zeros of both signs among them.
const sample = fc.oneof(
  fc.constantFrom(0, -0, -0.25, 0.25, -1e-10, 1e-10, -1.0000001e-10, -0.25000003),
  fc.float({ min: -1, max: 1, noNaN: true }),
);

test('floats and doubles are counted by the definition, at any threshold', () => {
  const thresholds = fc.constantFrom(0, 1e-10, 0.25, 0.1);
  fc.assert(
    fc.property(
      fc.array(sample, { minLength: 1, maxLength: 40 }),
      thresholds,
      (values, threshold) => {
        const options = { frameLength: values.length, hopLength: 1, center: false, threshold };
        for (const samples of [Float32Array.from(values), Float64Array.from(values)]) {
          const [rate] = zeroCrossingRate(samples, options);
          // Float32.
          expect(rate).toBeAllclose(counted(samples, threshold), { rtol: 1e-7, atol: 0 });
        }
      },
    ),
    { numRuns: 300 },
  );
});
