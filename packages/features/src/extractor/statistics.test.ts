import { expect, test } from 'vitest';
import { rms } from '../feature/rms.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';
import type { FeatureConfig } from './extractor-config.ts';
import { functionalOf, type Statistic } from './statistics.ts';

const { chirp } = signals();
const sampleRate = 22050;

test('values are named after rows and statistics, all of one statistic before the next', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'zcr' }];
  const extractor = createExtractor({ sampleRate, features, statistic: ['mean', 'std'] });
  expect(extractor.shape).toEqual([4]);
  expect(extractor.names).toEqual(['rms_mean', 'zcr_mean', 'rms_std', 'zcr_std']);
});

// numpy's numbers of 3, -1, 4, 1, -5; the slope is that of a line through five frames, a tenth of a
// second apart.
test.each<[Statistic, number]>([
  ['mean', 0.4],
  ['std', 3.2],
  ['min', -5],
  ['max', 4],
  ['median', 1],
  ['slope', -14],
  ['q0', -5],
  ['q12.5', -3],
  ['q25', -1],
  ['q90', 3.6],
  ['q100', 4],
])('the %s of 3, -1, 4, 1, -5 is %d', (statistic, expected) => {
  const apply = functionalOf(statistic);
  // Doubles; 3.2 and 3.6 have no exact one.
  expect(apply?.(Float32Array.of(3, -1, 4, 1, -5), 10)).toBeAllclose(expected, {
    rtol: 1e-15,
    atol: 1e-15,
  });
});

test('the median of an even number is the mean of the middle two', () => {
  expect(functionalOf('median')?.(Float32Array.of(4, 1, 3, 8), 1)).toBe(3.5);
});

test('one frame has no deviation and no slope', () => {
  expect(
    ['mean', 'std', 'slope', 'q50'].map((name) => functionalOf(name)?.(Float32Array.of(7), 10)),
  ).toEqual([7, 0, 0, 7]);
});

test.each(['q101', 'q-1', 'q', 'q1e1', 'p50', 'constructor', '', 7, null])(
  '%o is no statistic',
  (name) => {
    expect(functionalOf(name)).toBeUndefined();
  },
);

test('a row stays as it is', () => {
  const row = Float32Array.of(3, 1, 2);
  functionalOf('median')?.(row, 1);
  expect([...row]).toEqual([3, 1, 2]);
});

const frames = [...rms(chirp)];
const sorted = frames.toSorted((a, b) => a - b);
const mean = frames.reduce((a, b) => a + b, 0) / frames.length;
const variance = frames.reduce((a, b) => a + (b - mean) ** 2, 0) / frames.length;
const quantile = (q: number): number => {
  const i = q * (sorted.length - 1);
  const low = Math.floor(i);
  return sorted[low] + (i - low) * ((sorted[low + 1] ?? 0) - sorted[low]);
};

test.each<[Statistic, number]>([
  ['mean', mean],
  ['std', Math.sqrt(variance)],
  ['min', sorted[0]],
  ['max', quantile(1)],
  ['median', quantile(0.5)],
  ['q25', quantile(0.25)],
  ['q90', quantile(0.9)],
])('%s is that of the frames', (statistic, expected) => {
  const extractor = createExtractor({ sampleRate, features: [{ kind: 'rms' }], statistic });
  // Values are float32.
  expect(extractor.extractSamples(chirp)).toBeAllclose([expected], { rtol: 0, atol: 5e-7 });
});

// The loudness of a ramp from 0 to 1 in a second rises by 1 a second, but for the first frames.
const ramp = Float32Array.from({ length: sampleRate }, (_, i) => i / sampleRate);

test.each([32, 64, 500])('a slope is per second: frames every %i samples', (hopLength) => {
  const features: FeatureConfig[] = [{ kind: 'rms' }];
  const config = { sampleRate, nFft: 64, hopLength, center: false, features } as const;
  const [slope] = createExtractor({ ...config, statistic: 'slope' }).extractSamples(ramp);
  expect(slope).toBeAllclose(1, { rtol: 0, atol: 5e-4 });
});

test('a slope is per second: by the default hop', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }];
  const extractor = createExtractor({ sampleRate, features, statistic: 'slope', center: false });
  // Longer frames: the root of the mean square of a ramp bends at its start.
  expect(extractor.extractSamples(ramp)).toBeAllclose([1], { rtol: 0, atol: 0.02 });
});

test('several statistics of several features are the single ones, one after the other', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'mel', nMels: 3 }, { kind: 'zcr' }];
  const statistic: Statistic[] = ['q90', 'mean', 'slope', 'std'];
  const of = (each: Statistic | Statistic[]): number[] => [
    ...createExtractor({ sampleRate, features, statistic: each }).extractSamples(chirp),
  ];
  // Means have a path of their own, which sums in the same order.
  expect(of(statistic)).toEqual(statistic.flatMap((each) => of(each)));
});

test('one statistic in a list is named, and alone is not', () => {
  const named = (statistic: Statistic | Statistic[]): readonly string[] =>
    createExtractor({ sampleRate, features: [{ kind: 'rms' }], statistic }).names;
  expect([named(['std']), named('std'), named('mean')]).toEqual([['rms_std'], ['rms'], ['rms']]);
});
