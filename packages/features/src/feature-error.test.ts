import { expect, test } from 'vitest';
import type { FeatureErrorCode } from './index.ts';
import * as f from './index.ts';

const y = new Float32Array(4000).fill(0.1);
const sampleRate = 22050;
const extractor = f.createExtractor(f.presets.summary162);

const bad: [text: RegExp, code: FeatureErrorCode, call: () => unknown][] = [
  [/stft: `samples` is empty/, 'bad-audio', () => f.stft(new Float32Array(0))],
  [
    /mfcc|NaN at index 1/,
    'bad-audio',
    () => f.mfcc(Float32Array.of(0, Number.NaN), { sampleRate }),
  ],
  [/got Infinity at index 0/, 'bad-audio', () => f.rms(Float32Array.of(Number.POSITIVE_INFINITY))],
  [
    /stft: `nFft` must be a whole number in \[1, 4194304\], got 0/,
    'bad-argument',
    () => f.stft(y, { nFft: 0 }),
  ],
  [
    /`winLength` must be a whole number in \[1, nFft=512\], got 600/,
    'bad-argument',
    () => f.stft(y, { nFft: 512, winLength: 600 }),
  ],
  [
    /`hopLength` must be a whole number ≥ 1, got 0.5/,
    'bad-argument',
    () => f.stft(y, { hopLength: 0.5 }),
  ],
  [
    /`samples` must be at least 8192 long, got 4000/,
    'bad-argument',
    () => f.stft(y, { nFft: 8192, center: false }),
  ],
  [
    /`padMode` must be one of .* got 'wrap'/,
    'bad-argument',
    () => f.stft(y, { padMode: 'wrap' as never }),
  ],
  [
    /`window` must be one of hann, .* got 'hat'/,
    'bad-argument',
    () => f.getWindow('hat' as never, 8),
  ],
  [
    /`window` must be 8 values long, got 3/,
    'bad-argument',
    () => f.getWindow(new Float32Array(3), 8),
  ],
  [
    /mfcc: `nMfcc` must be in \[1, nMels=40\], got 64/,
    'bad-argument',
    () => f.mfcc(y, { sampleRate, nMels: 40, nMfcc: 64 }),
  ],
  [
    /mfcc: `lifter` must be ≥ 0 and finite, got -1/,
    'bad-argument',
    () => f.mfcc(y, { sampleRate, lifter: -1 }),
  ],
  [
    /melspectrogram: `sampleRate` must be > 0 and finite, got 0/,
    'bad-argument',
    () => f.melspectrogram(y, { sampleRate: 0 }),
  ],
  [
    /filters.mel: `fMax` must be above fMin=9000 Hz, got 8000/,
    'bad-argument',
    () => f.melspectrogram(y, { sampleRate, fMin: 9000, fMax: 8000 }),
  ],
  [
    /a matrix of shape \[2,3\] cannot hold 5 values/,
    'bad-argument',
    () => f.melspectrogram({ data: new Float32Array(5), shape: [2, 3] }, { sampleRate }),
  ],
  [
    /rms: `frameLength` must be 2 or 3 for 2 bins, got 2048/,
    'bad-argument',
    () => f.rms({ data: new Float32Array(4), shape: [2, 2] }),
  ],
  [
    /chromaStft: `norm` must be null or a number above 0, got -1/,
    'bad-argument',
    () => f.chromaStft(y, { sampleRate, norm: -1 }),
  ],
  [
    /powerToDb: `topDb` must be ≥ 0 and finite/,
    'bad-argument',
    () => f.powerToDb({ data: y, shape: [1, 4000] }, { topDb: -1 }),
  ],
  [
    /pitchTuning: `resolution` must be in \(0, 1\), got 1/,
    'bad-argument',
    () => f.pitchTuning([440], { resolution: 1 }),
  ],
  [
    /resample: `origSr` must be > 0 and finite, got 0/,
    'bad-argument',
    () => f.resample(y, { origSr: 0, targetSr: 8000 }),
  ],
  [
    /timeStretch: `rate` must be > 0 and finite, got -1/,
    'bad-argument',
    () => f.timeStretch(y, { rate: -1 }),
  ],
  [
    /pitchShift: `nSteps` must be finite, got NaN/,
    'bad-argument',
    () => f.pitchShift(y, { sampleRate, nSteps: Number.NaN }),
  ],
  [
    /istft: `nFft` must be one that gives the spectrum's 257 bins, got 2048/,
    'bad-argument',
    () => f.istft(f.stft(y, { nFft: 512 }), { nFft: 2048 }),
  ],
  [
    /addNoise: `amplitude` must be ≥ 0 and finite, got -1/,
    'bad-argument',
    () => f.addNoise(y, { random: () => 0, amplitude: -1 }),
  ],
  [
    /the clip must be longer than the offset of 0.6 s, got 0.5 s/,
    'too-short',
    () => extractor.extract({ samples: new Float32Array(8000), sampleRate: 16000 }),
  ],
  [
    /extract: `samples` must be finite, got NaN/,
    'bad-audio',
    () =>
      extractor.extract({ samples: new Float32Array(48000).fill(Number.NaN), sampleRate: 16000 }),
  ],
  [
    /delta: `width` must be odd, got 4/,
    'bad-argument',
    () => f.delta({ data: y, shape: [1, 4000] }, { width: 4 }),
  ],
  [
    /delta: `mode` must be one of interp, .* got 'reflect'/,
    'bad-argument',
    () => f.delta({ data: y, shape: [1, 4000] }, { mode: 'reflect' as never }),
  ],
  [
    /spectralCentroid: `matrix` must be ≥ 0, got -1/,
    'bad-argument',
    () => f.spectralCentroid({ data: Float32Array.of(1, -1), shape: [2, 1] }, { sampleRate }),
  ],
  [
    /spectralBandwidth: `p` must be > 0 and finite, got 0/,
    'bad-argument',
    () => f.spectralBandwidth(y, { sampleRate, p: 0 }),
  ],
  [
    /spectralRolloff: `rollPercent` must be in \(0, 1\), got 85/,
    'bad-argument',
    () => f.spectralRolloff(y, { sampleRate, rollPercent: 85 }),
  ],
  [
    /spectralFlatness: `samples` is empty/,
    'bad-audio',
    () => f.spectralFlatness(new Float32Array(0)),
  ],
  [
    /spectralContrast: `nBands` must be below the Nyquist frequency .* 6400 Hz, got 6/,
    'bad-argument',
    () => f.spectralContrast(y, { sampleRate: 8000 }),
  ],
  [
    /spectralContrast: `nFft` must be long enough for bins/,
    'bad-argument',
    () => f.spectralContrast(y, { sampleRate, nFft: 32, fMin: 10 }),
  ],
  [
    /tonnetz: `chroma`: a matrix of shape \[0,3\]/,
    'bad-argument',
    () => f.tonnetz({ data: new Float32Array(0), shape: [0, 3] }),
  ],
  [/trim: `topDb` must be ≥ 0 and finite/, 'bad-argument', () => f.trim(y, { topDb: -1 })],
  [
    /yin: `fMax` must be above fMin=65 and at most 11025 Hz, got 12000/,
    'bad-argument',
    () => f.yin(y, { sampleRate, fMin: 65, fMax: 12000 }),
  ],
  [
    /pitchTrack: `fMax` must be above fMin=65 and at most 11025 Hz, got 12000/,
    'bad-argument',
    () => f.pitchTrack(y, { sampleRate, fMin: 65, fMax: 12000 }),
  ],
  [
    /yin: `fMin` must be above 43.151 Hz for frames of 512, got 40/,
    'bad-argument',
    () => f.yin(y, { sampleRate, fMin: 40, fMax: 600, frameLength: 512 }),
  ],
  [
    /specAugment: `timeMasks` must be a whole number in \[0, 4194304\], got -1/,
    'bad-argument',
    () => f.specAugment({ data: y, shape: [1, 4000] }, { random: () => 0, timeMasks: -1 }),
  ],
  [
    /shift: `maxFraction` must be in \[0, 1\], got 2/,
    'bad-argument',
    () => f.shift(y, { random: () => 0, maxFraction: 2 }),
  ],
  [
    /createExtractor: `features\[0\].kind` must be one of .* got 'mood'/,
    'bad-argument',
    () => f.createExtractor({ sampleRate, features: [{ kind: 'mood' as never }] }),
  ],
  [
    /createExtractor: `features` must be a list/,
    'bad-argument',
    () => f.createExtractor({ sampleRate, features: [] }),
  ],
  [
    /`features\[0\]` must fit the rest: mfcc: `nMfcc` must be in \[1, nMels=16\], got 20/,
    'bad-argument',
    () => f.createExtractor({ sampleRate, features: [{ kind: 'mfcc', nMels: 16 }] }),
  ],
];

test.each(bad)('%s', (text, code, call) => {
  expect(call).toThrow(text);
  expect(call).toThrow(expect.objectContaining({ name: 'FeatureError', code }));
});

test('an error of another copy of the package is one too', () => {
  const foreign = Object.assign(new Error('text'), { name: 'FeatureError', code: 'too-short' });
  expect(f.FeatureError.isInstance(foreign)).toBe(true);
});

test.each([
  new Error('text'),
  Object.assign(new Error('text'), { name: 'FeatureError' }),
  Object.assign(new Error('text'), { code: 'too-short' }),
  { name: 'FeatureError', code: 'too-short' },
  undefined,
])('%o is no error of this package', (error) => {
  expect(f.FeatureError.isInstance(error)).toBe(false);
});
