import { expect, test } from 'vitest';
import { delta, melspectrogram, mfcc, powerToDb, presets, rms, yin } from '../index.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';
import type { FeatureConfig } from './extractor-config.ts';
import type { Statistic } from './statistics.ts';

const { chirp, noise } = signals();
const sampleRate = 22050;

test('without a statistic frames come out, a frame after the other', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'mfcc', nMfcc: 3, deltas: 2 }];
  const extractor = createExtractor({ sampleRate, features, statistic: null });
  expect(extractor.shape).toEqual([-1, 10]);
  expect(extractor.names.slice(3, 6)).toEqual(['mfcc_3', 'mfcc_delta_1', 'mfcc_delta_2']);
  expect(extractor.names.at(-1)).toBe('mfcc_delta2_3');
  const values = extractor.extractSamples(chirp);
  const coefficients = mfcc(chirp, { sampleRate, nMfcc: 3 });
  const frames = coefficients.shape[1];
  const column = (i: number): Float32Array => values.filter((_, at) => at % 10 === i);
  expect(values.length).toBe(10 * frames);
  expect(column(0)).toEqual(rms(chirp));
  expect(column(2)).toEqual(coefficients.data.subarray(frames, 2 * frames));
  expect(column(4)).toEqual(delta(coefficients).data.subarray(0, frames));
  expect(column(9)).toEqual(delta(coefficients, { order: 2 }).data.subarray(2 * frames));
});

test('a number of frames cuts long clips and fills short ones with zeros', () => {
  const config = { sampleRate, features: [{ kind: 'rms' }], statistic: null } as const;
  const all = createExtractor(config).extractSamples(noise);
  const few = createExtractor({ ...config, frames: 5 });
  expect(few.shape).toEqual([5, 1]);
  expect(few.extractSamples(noise)).toEqual(all.slice(0, 5));
  const many = createExtractor({ ...config, frames: 60 }).extractSamples(noise);
  expect([...many]).toEqual([...all, ...Array<number>(60 - all.length).fill(0)]);
});

test('clips with fewer frames than a derivative needs have zeros for it', () => {
  const features: FeatureConfig[] = [{ kind: 'logmel', nMels: 4, deltas: 1 }];
  const extractor = createExtractor({ sampleRate, features, statistic: null });
  const values = extractor.extractSamples(Float32Array.of(0.5, 0.2));
  expect(values.length).toBe(8);
  expect(values.subarray(4)).toEqual(new Float32Array(4));
});

test('statistics are those of the frames, all of one before the next', () => {
  const statistic: Statistic[] = ['mean', 'std', 'min', 'max', 'median', 'q25', 'q90', 'slope'];
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'zcr' }];
  const extractor = createExtractor({ sampleRate, features, statistic });
  expect(extractor.shape).toEqual([16]);
  expect(extractor.names.slice(0, 4)).toEqual(['rms_mean', 'zcr_mean', 'rms_std', 'zcr_std']);
  const values = extractor.extractSamples(chirp);
  const frames = [...rms(chirp)];
  const sorted = frames.toSorted((a, b) => a - b);
  const mean = frames.reduce((a, b) => a + b, 0) / frames.length;
  const variance = frames.reduce((a, b) => a + (b - mean) ** 2, 0) / frames.length;
  const at = (q: number): number => {
    const i = q * (sorted.length - 1);
    const low = Math.floor(i);
    return sorted[low] + (i - low) * ((sorted[low + 1] ?? 0) - sorted[low]);
  };
  const expected = [mean, Math.sqrt(variance), sorted[0], at(1), at(0.5), at(0.25), at(0.9)];
  // Values are float32.
  expected.forEach((value, i) => {
    expect(values[2 * i]).toBeCloseTo(value, 6);
  });
});

test('a slope is per second', () => {
  const ramp = Float32Array.from({ length: sampleRate }, (_, i) => i / sampleRate);
  const features: FeatureConfig[] = [{ kind: 'rms' }];
  const config = { sampleRate, nFft: 64, hopLength: 64, center: false, features } as const;
  const [slope] = createExtractor({ ...config, statistic: 'slope' }).extractSamples(ramp);
  // The loudness of a ramp from 0 to 1 in a second rises by 1 a second, but for the first frames.
  expect(slope).toBeCloseTo(1, 3);
});

test('an unknown statistic, frames beside a statistic and odd deltas are refused', () => {
  const make = (change: object): (() => unknown) => {
    return () => createExtractor({ sampleRate, features: [{ kind: 'rms' }], ...change });
  };
  expect(make({ statistic: 'mode' })).toThrow('`statistic` must be one of mean, std,');
  expect(make({ statistic: ['q101'] })).toThrow('q0 to q100');
  expect(make({ statistic: [] })).toThrow('a list of at least one');
  expect(make({ frames: 3 })).toThrow('`frames` must be null beside a statistic');
  expect(make({ features: [{ kind: 'mfcc', deltas: 3 }] })).toThrow('`deltas` must be 0, 1 or 2');
});

test('the presets are what their comments say', () => {
  const shapes = Object.values(presets).map((preset) => createExtractor(preset).shape);
  expect(shapes).toEqual([[162], [-1, 64], [-1, 39], [-1, 3]]);
  expect(createExtractor(presets.prosody).names).toEqual(['f0', 'voicing', 'rms']);
});

test('the prosody of a tone is its pitch, all voiced', () => {
  const tone = Float32Array.from({ length: 8000 }, (_, i) => 0.5 * Math.sin((i * Math.PI) / 40));
  const values = createExtractor(presets.prosody).extractSamples(tone);
  const middle = values.subarray(3 * 20, 3 * 30);
  for (let i = 0; i < middle.length; i += 3) {
    expect(Math.abs(middle[i] - 200)).toBeLessThan(0.5);
    expect(middle[i + 1]).toBeGreaterThan(0.95);
  }
  expect(yin(tone, { sampleRate: 16000, fMin: 65, fMax: 600 }).length).toBe(16);
});

test('logmel is the mel spectrogram in dB', () => {
  const features: FeatureConfig[] = [{ kind: 'logmel', nMels: 40 }];
  const [first] = createExtractor({ sampleRate, features, statistic: null }).extractSamples(chirp);
  expect(first).toBe(powerToDb(melspectrogram(chirp, { sampleRate, nMels: 40 })).data[0]);
});
