import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometryOfCase, type WinogradCase, WinogradRun } from '../testing/winograd-case.ts';

const kinds = ['convolution', 'inputGradient', 'filterGradient'] as const;
const winograd = {
  convolution: 'winogradConvolution',
  inputGradient: 'winogradInputGradient',
  filterGradient: 'winogradFilterGradient',
} as const;

/** The largest difference, as a share of the largest number, or of 1 where all are smaller. */
function error(actual: Float32Array, expected: Float64Array): number {
  let difference = 0;
  let largest = 1;
  expected.forEach((value, i) => {
    difference = Math.max(difference, Math.abs(actual[i] - value));
    largest = Math.max(largest, Math.abs(value));
  });
  return difference / largest;
}

const cases = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 1, max: 2 }),
  inWidth: fc.integer({ min: 1, max: 40 }),
  outWidth: fc.integer({ min: 1, max: 40 }),
  inChannels: fc.constantFrom(8, 16, 24),
  outChannels: fc.constantFrom(8, 16, 24),
  taps: fc.integer({ min: 3, max: 8 }),
  dilation: fc.integer({ min: 1, max: 5 }),
  // Padding below 0 crops.
  padLeft: fc.integer({ min: -3, max: 12 }),
});

describe.each(kinds)('%s by transforms', (kind) => {
  test('is near float64 for any sizes', () => {
    const property = fc.property(cases, (c) => {
      const run = new WinogradRun(c);
      const expected = run.reference(kind);
      // Ten points lose some four of float32's 24 bits.
      expect(error(run.compute(winograd[kind]), expected)).toBeLessThan(1e-5);
    });
    fc.assert(property, { seed: 3, numRuns: 60 });
  });

  test.each([
    { name: 'six points', taps: 3, inWidth: 20, limit: 6 },
    { name: 'ten points and three taps', taps: 3, inWidth: 64, limit: 25 },
    { name: 'ten points and five taps', taps: 5, inWidth: 64, limit: 20 },
    { name: 'ten points and eight taps', taps: 8, inWidth: 64, limit: 30 },
  ])('has an error of a few of the direct form: $name', ({ taps, inWidth, limit }) => {
    const channels = { inChannels: 64, outChannels: 32 };
    const sizes = { batch: 4, height: 1, inWidth, outWidth: inWidth, ...channels };
    const run = new WinogradRun({ ...sizes, taps, dilation: 1, padLeft: (taps - 1) >> 1 });
    const expected = run.reference(kind);
    const direct = error(run.compute(kind), expected);
    expect(error(run.compute(winograd[kind]), expected)).toBeLessThan(limit * direct);
  });
});

describe('winogradPays', () => {
  const sizes: WinogradCase = {
    batch: 2,
    height: 3,
    inWidth: 40,
    outWidth: 40,
    inChannels: 16,
    outChannels: 24,
    taps: 3,
    dilation: 1,
    padLeft: 1,
  };
  const { native } = new WinogradRun(sizes);
  /** With entries of the geometry replaced. */
  const pays = (changes: Record<number, number> = {}): boolean => {
    const geometry = geometryOfCase(sizes);
    for (const [i, value] of Object.entries(changes)) geometry[Number(i)] = value;
    native.setGeometry(...geometry);
    return native.winogradPays(false) !== 0;
  };

  test('for rows of images and strides of 1', () => expect(pays()).toBe(true));

  test.each([
    ['12 input channels', { 3: 12 }],
    ['20 output channels', { 6: 20 }],
    ['a filter of two rows', { 7: 2 }],
    ['a padded row above', { 13: 1 }],
    ['fewer rows out than in', { 4: 2 }],
    ['two taps', { 8: 2 }],
    ['nine taps', { 8: 9 }],
    ['a vertical stride', { 9: 2 }],
    ['a horizontal stride', { 10: 2 }],
    ['lines of two pixels', { 2: 2, 5: 2 }],
    ['phases of two pixels', { 12: 20 }],
  ])('not with %s', (_, changes) => expect(pays(changes)).toBe(false));

  test('by the width of the output, and for the gradient of the input by its own', () => {
    native.setGeometry(...geometryOfCase({ ...sizes, inWidth: 4, outWidth: 2, padLeft: 0 }));
    expect(native.winogradPays(false) !== 0).toBe(false);
    expect(native.winogradPays(true) !== 0).toBe(true);
  });
});
