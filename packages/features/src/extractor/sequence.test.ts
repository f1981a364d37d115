import { expect, test } from 'vitest';
import { powerToDb } from '../core/decibels.ts';
import { delta } from '../feature/delta.ts';
import { melspectrogram } from '../feature/melspectrogram.ts';
import { mfcc } from '../feature/mfcc.ts';
import { rms } from '../feature/rms.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';
import type { FeatureConfig } from './extractor-config.ts';

const { chirp, noise } = signals();
const sampleRate = 22050;

test('a sequence names a frame’s values, derivatives last', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'mfcc', nMfcc: 3, deltas: 2 }];
  const { names, shape } = createExtractor({ sampleRate, features, statistic: null });
  expect(shape).toEqual([-1, 10]);
  expect(names.slice(3, 6)).toEqual(['mfcc_3', 'mfcc_delta_1', 'mfcc_delta_2']);
  expect(names.at(-1)).toBe('mfcc_delta2_3');
});

test('without a statistic frames come out, a frame after the other', () => {
  const features: FeatureConfig[] = [{ kind: 'rms' }, { kind: 'mfcc', nMfcc: 3, deltas: 2 }];
  const extractor = createExtractor({ sampleRate, features, statistic: null });
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

const loudness = { sampleRate, features: [{ kind: 'rms' }], statistic: null } as const;
const all = createExtractor(loudness).extractSamples(noise);

test('a number of frames is the shape', () => {
  expect(createExtractor({ ...loudness, frames: 5 }).shape).toEqual([5, 1]);
});

test('a number of frames cuts long clips', () => {
  const values = createExtractor({ ...loudness, frames: 5 }).extractSamples(noise);
  expect(values).toEqual(all.slice(0, 5));
});

test('a number of frames fills short clips with zeros', () => {
  const values = createExtractor({ ...loudness, frames: 60 }).extractSamples(noise);
  expect([...values]).toEqual([...all, ...Array<number>(60 - all.length).fill(0)]);
});

test('clips with fewer frames than a derivative needs have zeros for it', () => {
  const features: FeatureConfig[] = [{ kind: 'logmel', nMels: 4, deltas: 1 }];
  const extractor = createExtractor({ sampleRate, features, statistic: null });
  const values = extractor.extractSamples(Float32Array.of(0.5, 0.2));
  expect(values.length).toBe(8);
  expect(values.subarray(4)).toEqual(new Float32Array(4));
});

test('logmel is the mel spectrogram in dB', () => {
  const features: FeatureConfig[] = [{ kind: 'logmel', nMels: 40 }];
  const [first] = createExtractor({ sampleRate, features, statistic: null }).extractSamples(chirp);
  expect(first).toBe(powerToDb(melspectrogram(chirp, { sampleRate, nMels: 40 })).data[0]);
});
