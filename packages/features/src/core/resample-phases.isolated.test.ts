import { afterAll, beforeEach, expect, test, vi } from 'vitest';

/** The fractions with which interpolators were made. */
const ratios: unknown[] = [];

// Other files may have loaded these modules.
vi.resetModules();
const original = await import('../kernels/resample/interpolator.ts');
vi.doMock('../kernels/resample/interpolator.ts', () => ({
  ...original,
  interpolator(...args: Parameters<typeof original.interpolator>) {
    ratios.push(args[2]);
    return original.interpolator(...args);
  },
}));

const { resample } = await import('./resample.ts');
afterAll(() => {
  vi.doUnmock('../kernels/resample/interpolator.ts');
  vi.resetModules();
});

beforeEach(() => {
  ratios.length = 0;
});

// With the fraction, the phases of a table are exact; without it they lie on straight lines.
test.each<[origSr: number, targetSr: number, ratio: [number, number] | undefined]>([
  [48000, 22050, [320, 147]],
  [96000, 22050, [320, 147]],
  [16000, 22050, [640, 441]],
  [24750.5, 22050, undefined],
  [24750, 22050.5, undefined],
])('from %d to %d Hz the step is a fraction: %o', (origSr, targetSr, ratio) => {
  resample(new Float32Array(10), { origSr, targetSr });
  expect(ratios).toEqual([ratio]);
});
