import { expect, test } from 'vitest';
import { rms } from '../feature/rms.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';
import type { FeatureConfig } from './extractor-config.ts';
import type { Statistic } from './statistics.ts';

const { chirp } = signals();
const sampleRate = 22050;

test('values are named after rows and statistics, all of one statistic before the next', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'zcr' }];
  const extractor = createExtractor({ sampleRate, features, statistic: ['mean', 'std'] });
  expect(extractor.shape).toEqual([4]);
  expect(extractor.names).toEqual(['rms_mean', 'zcr_mean', 'rms_std', 'zcr_std']);
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

test('a slope is per second', () => {
  const ramp = Float32Array.from({ length: sampleRate }, (_, i) => i / sampleRate);
  const features: FeatureConfig[] = [{ kind: 'rms' }];
  const config = { sampleRate, nFft: 64, hopLength: 64, center: false, features } as const;
  const [slope] = createExtractor({ ...config, statistic: 'slope' }).extractSamples(ramp);
  // The loudness of a ramp from 0 to 1 in a second rises by 1 a second, but for the first frames.
  expect(slope).toBeAllclose(1, { rtol: 0, atol: 5e-4 });
});
