import { describe, expect, test } from 'vitest';
import { parseVariantConfigs } from '../augment/parse-variant-configs.ts';
import { resample } from '../core/resample.ts';
import { parseExtractorConfig } from '../extractor/parse-extractor-config.ts';
import * as limits from './limits.ts';

test('the limits are these', () => {
  expect({ ...limits }).toEqual({
    MAX_LENGTH: 4_194_304,
    MAX_ROWS: 16_384,
    MAX_VALUES: 536_870_912,
    MAX_FILTER_SAMPLES: 16_777_216,
    MAX_SAMPLE_RATE: 768_000,
    MAX_SECONDS: 86_400,
    MAX_DECIBELS: 200,
    MAX_EXTRACTOR_FFT: 65_536,
    MAX_OVERLAP: 2048,
    MAX_FEATURES: 64,
    MAX_FEATURE_ROWS: 1024,
    MAX_WEIGHTS: 16_777_216,
    MAX_DELTA_WIDTH: 1023,
    MAX_STATISTICS: 128,
    MAX_COLUMNS: 65_536,
    MAX_SEQUENCE: 16_777_216,
    MAX_KAISER_BETA: 700,
    MAX_VARIANTS: 64,
    MAX_STEPS: 64,
    MAX_STRETCH: 16,
    MAX_RT60: 10,
    MIN_EDGE: 50,
  });
});

const rms = { sampleRate: 16_000, nFft: 64, hopLength: 32, features: [{ kind: 'rms' }] };
const featured = (feature: object): object => ({ ...rms, features: [feature] });
const many = (length: number, value: unknown): unknown[] => new Array(length).fill(value);

/** A limit of an extractor, what just keeps it, and what just does not. */
const kept: [limit: string, most: object, more: object][] = [
  ['sampleRate', { ...rms, sampleRate: 768_000 }, { ...rms, sampleRate: 768_001 }],
  ['offset', { ...rms, offset: 86_400 }, { ...rms, offset: 86_401 }],
  ['duration', { ...rms, duration: 86_400 }, { ...rms, duration: 86_401 }],
  ['level', { ...rms, level: 200 }, { ...rms, level: 200.1 }],
  ['level', { ...rms, level: -200 }, { ...rms, level: -200.1 }],
  ['trim', { ...rms, trim: 200 }, { ...rms, trim: 200.1 }],
  ['nFft', { ...rms, nFft: 65_536 }, { ...rms, nFft: 65_537 }],
  ['hopLength', { ...rms, nFft: 4096, hopLength: 2 }, { ...rms, nFft: 4097, hopLength: 2 }],
  [
    'features',
    { ...rms, features: many(64, { kind: 'rms' }) },
    { ...rms, features: many(65, { kind: 'rms' }) },
  ],
  [
    'features[0].nMels',
    featured({ kind: 'mel', nMels: 1024 }),
    featured({ kind: 'mel', nMels: 1025 }),
  ],
  [
    'features[0].nChroma',
    featured({ kind: 'chroma', tuning: 0, nChroma: 1024 }),
    featured({ kind: 'chroma', tuning: 0, nChroma: 1025 }),
  ],
  [
    'features[0].nMfcc',
    featured({ kind: 'mfcc', nMels: 1024, nMfcc: 1024 }),
    featured({ kind: 'mfcc', nMels: 1024, nMfcc: 1025 }),
  ],
  [
    'features[0].deltaWidth',
    featured({ kind: 'logmel', nMels: 1, deltaWidth: 1023 }),
    featured({ kind: 'logmel', nMels: 1, deltaWidth: 1025 }),
  ],
  ['statistic', { ...rms, statistic: many(128, 'mean') }, { ...rms, statistic: many(129, 'mean') }],
  // 512 bands in 128 statistics.
  [
    'features',
    { ...featured({ kind: 'mel', nMels: 512 }), statistic: many(128, 'mean') },
    { ...featured({ kind: 'mel', nMels: 513 }), statistic: many(128, 'mean') },
  ],
  [
    'frames',
    { ...rms, statistic: null, frames: 16_777_216 },
    { ...rms, statistic: null, frames: 16_777_217 },
  ],
  // Two values a frame.
  [
    'frames',
    { ...featured({ kind: 'mel', nMels: 2 }), statistic: null, frames: 8_388_608 },
    { ...featured({ kind: 'mel', nMels: 2 }), statistic: null, frames: 8_388_609 },
  ],
  ['window[1]', { ...rms, window: ['kaiser', 700] }, { ...rms, window: ['kaiser', 701] }],
  [
    'window[1]',
    { ...rms, window: ['general_hamming', 1] },
    { ...rms, window: ['general_hamming', 1.01] },
  ],
];

describe.each(kept)('`%s`', (limit, most, more) => {
  test('may be this much', () => {
    expect(() => parseExtractorConfig(most)).not.toThrow();
  });

  test('may not be more', () => {
    expect(() => parseExtractorConfig(more)).toThrow(`parseExtractorConfig: \`${limit}\` must be`);
  });
});

test.each<[kind: string, feature: object, weights: number]>([
  ['mel', { kind: 'mel', nMels: 1000 }, 1000 * 16_385],
  ['logmel', { kind: 'logmel', nMels: 1000 }, 1000 * 16_385],
  ['mfcc', { kind: 'mfcc', nMels: 1000, nMfcc: 20 }, 1000 * (16_385 + 20)],
  ['chroma', { kind: 'chroma', nChroma: 1000, tuning: 0 }, 1000 * 16_385],
])('the weights of %s count', (_, feature, weights) => {
  const config = { ...rms, nFft: 32_768, hopLength: 8192 };
  // Those of the second one are too many.
  const text = '`features[1]` must be small enough for 16777216 weights of all features together';
  expect(() => parseExtractorConfig({ ...config, features: [feature, feature] })).toThrow(
    `${text}, got ${2 * weights}`,
  );
});

/** A limit of a list of variants, what just keeps it, and what just does not. */
const variants = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ name: `v${i}`, steps: [{ kind: 'shift' }] }));
const stepped = (...steps: object[]): object[] => [{ name: 'v', steps }];

test.each<[limit: string, most: object[], more: object[]]>([
  ['value', variants(64), variants(65)],
  [
    '[0].steps',
    stepped(...new Array<object>(64).fill({ kind: 'shift' })),
    stepped(...new Array<object>(65).fill({ kind: 'shift' })),
  ],
  [
    '[0].steps[0]',
    stepped({ kind: 'timeStretch', rate: 1 / 16 }),
    stepped({ kind: 'timeStretch', rate: 1 / 17 }),
  ],
  [
    '[0].steps[0]',
    stepped({ kind: 'pitchShift', nSteps: 48 }),
    stepped({ kind: 'pitchShift', nSteps: 49 }),
  ],
  [
    '[0].steps[0]',
    stepped({ kind: 'pitchShift', nSteps: 96, binsPerOctave: 24 }),
    stepped({ kind: 'pitchShift', nSteps: 97, binsPerOctave: 24 }),
  ],
  [
    '[0].steps[0].rate',
    stepped({ kind: 'speed', rate: 1 / 16 }),
    stepped({ kind: 'speed', rate: 1 / 17 }),
  ],
  [
    '[0].steps[0].rate',
    stepped({ kind: 'speed', rate: 16 }),
    stepped({ kind: 'speed', rate: 16.1 }),
  ],
  // A speed lasts.
  [
    '[0].steps[2]',
    stepped({ kind: 'speed', rate: 0.25 }, { kind: 'gain', db: 0 }, { kind: 'speed', rate: 0.25 }),
    stepped({ kind: 'speed', rate: 0.25 }, { kind: 'gain', db: 0 }, { kind: 'speed', rate: 0.24 }),
  ],
  [
    '[0].steps[1]',
    stepped({ kind: 'speed', rate: 0.25 }, { kind: 'timeStretch', rate: 0.25 }),
    stepped({ kind: 'speed', rate: 0.25 }, { kind: 'timeStretch', rate: 0.24 }),
  ],
  ['[0].steps[0].rt60', stepped({ kind: 'room', rt60: 10 }), stepped({ kind: 'room', rt60: 10.1 })],
  [
    '[0].steps[0].sampleRate',
    stepped({ kind: 'bandLimit', sampleRate: 768_000 }),
    stepped({ kind: 'bandLimit', sampleRate: 768_001 }),
  ],
  [
    '[0].steps[0].lowest',
    stepped({ kind: 'bandLimit', sampleRate: 8000, lowest: 50 }),
    stepped({ kind: 'bandLimit', sampleRate: 8000, lowest: 49 }),
  ],
  [
    '[0].steps[0].seconds',
    stepped({ kind: 'middle', seconds: 86_400 }),
    stepped({ kind: 'middle', seconds: 86_401 }),
  ],
  // A stretch lasts, a shift of pitch does not.
  [
    '[0].steps[2]',
    stepped(
      { kind: 'pitchShift', nSteps: 24 },
      { kind: 'timeStretch', rate: 0.25 },
      { kind: 'pitchShift', nSteps: 24 },
    ),
    stepped(
      { kind: 'pitchShift', nSteps: 24 },
      { kind: 'timeStretch', rate: 0.25 },
      { kind: 'pitchShift', nSteps: 25 },
    ),
  ],
])('variants: `%s` may be this much and not more', (limit, most, more) => {
  expect(() => parseVariantConfigs(most)).not.toThrow();
  expect(() => parseVariantConfigs(more)).toThrow(`parseVariantConfigs: \`${limit}\` must be`);
});

test('a rate may fall by a factor of 1,024 and not more', () => {
  const call = (origSr: number): unknown => resample(new Float32Array(10), { origSr, targetSr: 1 });
  expect(() => call(1024)).not.toThrow();
  expect(() => call(1025)).toThrow('resample: `targetSr` must be at least 1/1024 of origSr=1025');
});

test('a sound may become half a billion samples and not more', () => {
  const call = (targetSr: number): unknown =>
    resample(new Float32Array(2), { origSr: 1, targetSr });
  expect(() => call(268_435_457)).toThrow(
    'resample: `targetSr` must be low enough for 536870912 samples at most',
  );
});
