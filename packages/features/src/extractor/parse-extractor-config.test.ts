import { expect, test } from 'vitest';
import { FeatureError } from '../feature-error.ts';
import { createExtractor } from './create-extractor.ts';
import type { ExtractorConfig } from './extractor-config.ts';
import { parseExtractorConfig } from './parse-extractor-config.ts';
import { presets } from './presets.ts';

const everything: ExtractorConfig = {
  sampleRate: 16000,
  offset: 0.1,
  duration: null,
  level: -26,
  trim: 45,
  nFft: 512,
  hopLength: 160,
  winLength: 400,
  window: ['kaiser', 14],
  center: false,
  padMode: 'reflect',
  features: [
    { kind: 'zcr', threshold: 0 },
    { kind: 'rms' },
    { kind: 'chroma', nChroma: 24, ctroct: 4, octwidth: null, baseC: false, power: 1, tuning: 0.1 },
    {
      kind: 'mfcc',
      nMfcc: 13,
      dctType: 3,
      norm: null,
      lifter: 22,
      nMels: 20,
      fMin: 50,
      fMax: 8000,
    },
    { kind: 'mfcc', htk: true, melNorm: 2, topDb: null, deltas: 2, deltaWidth: 5, nMels: 20 },
    { kind: 'mel', nMels: 10, norm: null, power: 1.5 },
    { kind: 'logmel', nMels: 10, norm: 'slaney', topDb: 60, deltas: 1 },
    { kind: 'pitch', fMin: 100, fMax: 500, troughThreshold: 0.2 },
    { kind: 'centroid' },
    { kind: 'bandwidth' },
    { kind: 'rolloff' },
    { kind: 'flatness' },
    { kind: 'contrast', fMin: 200, nBands: 4, quantile: 0.1, linear: true },
  ],
  statistic: ['mean', 'q90'],
  frames: null,
};

test.each(Object.entries({ ...presets, everything }))('%s passes through JSON', (_, config) => {
  const json: unknown = JSON.parse(JSON.stringify(config));
  expect(parseExtractorConfig(json)).toEqual(config);
});

test('a window without a name and frames beside null pass', () => {
  const value = { ...presets.logMel, frames: 100, window: 'hamming' };
  expect(parseExtractorConfig(value)).toBe(value);
});

const rms = { sampleRate: 16000, features: [{ kind: 'rms' }] };
const featured = (feature: unknown): unknown => ({ ...rms, features: [{ kind: 'rms' }, feature] });

const bad: [text: string, value: unknown][] = [
  ['`config` must be an object, got null', null],
  ['`config` must be an object, got Array', []],
  ['`sampleRate` must be > 0 and finite, got undefined', { features: rms.features }],
  ["`sampleRate` must be > 0 and finite, got '16000'", { ...rms, sampleRate: '16000' }],
  ['`features` must be a list of at least one feature, got undefined', { sampleRate: 16000 }],
  ['`features` must be a list of at least one feature, got Array', { ...rms, features: [] }],
  ['`features[1]` must be an object, got null', featured(null)],
  [
    '`features[1].kind` must be one of bandwidth, centroid, chroma, chromaCqt, contrast, egemaps, egemapsLld, flatness, formants, functionals, kaldiFbank, kaldiMfcc, lld, logmel, mel, mfcc, pcen, pitch, pyin, rms, rolloff, tonnetz, voiceQuality, zcr, ' +
      "got 'mood'",
    featured({ kind: 'mood' }),
  ],
  ['`features[1].kind` must be one of bandwidth', featured({ kind: 'toString' })],
  [
    '`features[1].nMels` must be a whole number in [1, 1024], got 0',
    featured({ kind: 'mel', nMels: 0 }),
  ],
  [
    '`features[1].nmels` must be left out, or one of kind, power, nMels, fMin, fMax, htk, norm ' +
      "(did you mean `nMels`?), got 'nmels'",
    featured({ kind: 'mel', nmels: 40 }),
  ],
  [
    "`features[1].loud` must be left out, or one of kind, got 'loud'",
    featured({ kind: 'rms', loud: true }),
  ],
  ["`features[1].norm` must be 'ortho' or null, got 2", featured({ kind: 'mfcc', norm: 2 })],
  ['`features[1].dctType` must be 1, 2 or 3, got 4', featured({ kind: 'mfcc', dctType: 4 })],
  [
    "`features[1].melNorm` must be null or a number above 0, got 'L2'",
    featured({ kind: 'mfcc', melNorm: 'L2' }),
  ],
  ['`features[1].deltas` must be 0, 1 or 2, got 3', featured({ kind: 'mfcc', deltas: 3 })],
  ['`features[1].deltaWidth` must be odd, got 4', featured({ kind: 'logmel', deltaWidth: 4 })],
  [
    "`features[1].topDb` must be ≥ 0 and finite, got '80'",
    featured({ kind: 'logmel', topDb: '80' }),
  ],
  ['`features[1].quantile` must be in (0, 1), got 1', featured({ kind: 'contrast', quantile: 1 })],
  [
    "`features[1].baseC` must be true or false, got 'yes'",
    featured({ kind: 'chroma', baseC: 'yes' }),
  ],
  [
    '`features[1].threshold` must be ≥ 0 and finite, got null',
    featured({ kind: 'zcr', threshold: null }),
  ],
  [
    '`features[1]` must fit the rest: mfcc: `nMfcc` must be in [1, nMels=16], got 20',
    featured({ kind: 'mfcc', nMels: 16 }),
  ],
  [
    '`features[1]` must fit the rest: pitchTrack: `fMax` must be above fMin=700 and at most 8000 Hz, ' +
      'got 600',
    featured({ kind: 'pitch', fMin: 700 }),
  ],
  [
    '`hoplength` must be left out, or one of sampleRate, offset, duration, level, trim, nFft, ' +
      'hopLength, winLength, window, center, padMode, features, statistic, frames ' +
      "(did you mean `hopLength`?), got 'hoplength'",
    { ...rms, hoplength: 160 },
  ],
  [
    '`sr` must be left out, or one of sampleRate, offset, duration, level, trim, nFft, ' +
      'hopLength, winLength, ' +
      "window, center, padMode, features, statistic, frames (did you mean `sampleRate`?), got 'sr'",
    { ...rms, sr: 16000 },
  ],
  [
    "`statistic` must be one of mean, std, min, max, median, slope or q0 to q100, got 'constructor'",
    { ...rms, statistic: 'constructor' },
  ],
  [
    "`statistic[1]` must be one of mean, std, min, max, median, slope or q0 to q100, got '__proto__'",
    { ...rms, statistic: ['mean', '__proto__'] },
  ],
  ['`features[1].kind` must be one of bandwidth', featured({ kind: 'constructor' })],
  ['`features[1].kind` must be one of bandwidth', featured({ kind: '__proto__' })],
  [
    '`features[1].hasOwnProperty` must be left out',
    featured(JSON.parse('{"kind":"rms","hasOwnProperty":1}')),
  ],
  [
    '`__proto__` must be left out',
    JSON.parse('{"sampleRate":16000,"features":[{"kind":"rms"}],"__proto__":{}}'),
  ],
  ['`window` must be one of hann, hamming', { ...rms, window: 'constructor' }],
  ['`window` must be one of hann, hamming', { ...rms, window: ['__proto__', 1] }],
  ['`offset` must be ≥ 0 and finite, got -1', { ...rms, offset: -1 }],
  ['`duration` must be > 0 and finite, got 0', { ...rms, duration: 0 }],
  ['`hopLength` must be a whole number ≥ 1, got 0.5', { ...rms, hopLength: 0.5 }],
  [
    '`winLength` must be a whole number in [1, nFft=512], got 600',
    { ...rms, nFft: 512, winLength: 600 },
  ],
  ['`window` must be one of hann, hamming', { ...rms, window: 'hat' }],
  ['`window[1]` must be ≥ 0 and finite, got undefined', { ...rms, window: ['kaiser'] }],
  [
    "`padMode` must be 'constant', 'edge', 'reflect' or 'symmetric', got 'wrap'",
    { ...rms, padMode: 'wrap' },
  ],
  ['`center` must be true or false, got 1', { ...rms, center: 1 }],
  [
    "`statistic` must be one of mean, std, min, max, median, slope or q0 to q100, got 'mode'",
    { ...rms, statistic: 'mode' },
  ],
  [
    "`statistic[1]` must be one of mean, std, min, max, median, slope or q0 to q100, got 'q101'",
    { ...rms, statistic: ['mean', 'q101'] },
  ],
  ['`statistic` must be a list of at least one, got Array', { ...rms, statistic: [] }],
  ['`frames` must be null beside a statistic, got 3', { ...rms, frames: 3 }],
];

test.each(bad)('%s', (text, value) => {
  const call = (): unknown => parseExtractorConfig(value);
  expect(call).toThrow(`parseExtractorConfig: ${text}`);
  expect(call).toThrow(expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' }));
});

test.each(bad)('createExtractor says the same: %s', (text, value) => {
  expect(() => createExtractor(value as never)).toThrow(`createExtractor: ${text}`);
});

test('what does not fit keeps its cause', () => {
  try {
    parseExtractorConfig(featured({ kind: 'mfcc', nMels: 16 }));
    expect.unreachable();
  } catch (error) {
    expect((error as Error).cause).toBeInstanceOf(FeatureError);
  }
});
