// Arguments that a caller without types, or with a foreign JSON file, may pass.
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as f from './index.ts';

const sampleRate = 22050;
const random = (): number => 0.5;
const y = new Float32Array(4000).fill(0.1);
const audio = { samples: y, sampleRate };

const ofSamples: Record<string, (samples: never) => unknown> = {
  stft: (samples) => f.stft(samples),
  mfcc: (samples) => f.mfcc(samples, { sampleRate }),
  melspectrogram: (samples) => f.melspectrogram(samples, { sampleRate }),
  cqt: (samples) => f.cqt(samples, { sampleRate }),
  vqt: (samples) => f.vqt(samples, { sampleRate }),
  pseudoCqt: (samples) => f.pseudoCqt(samples, { sampleRate }),
  hybridCqt: (samples) => f.hybridCqt(samples, { sampleRate }),
  chromaStft: (samples) => f.chromaStft(samples, { sampleRate }),
  rms: (samples) => f.rms(samples),
  egemaps: (samples) => f.egemaps(samples, { sampleRate }),
  egemapsLld: (samples) => f.egemapsLld(samples, { sampleRate }),
  zeroCrossingRate: (samples) => f.zeroCrossingRate(samples),
  spectralCentroid: (samples) => f.spectralCentroid(samples, { sampleRate }),
  yin: (samples) => f.yin(samples, { sampleRate, fMin: 65, fMax: 600 }),
  pyin: (samples) => f.pyin(samples, { sampleRate, fMin: 65, fMax: 600 }),
  autocorrelate: (samples) => f.autocorrelate(samples),
  polyFeatures: (samples) => f.polyFeatures(samples, { sampleRate }),
  lpc: (samples) => f.lpc(samples, { order: 2 }),
  preemphasis: (samples) => f.preemphasis(samples),
  deemphasis: (samples) => f.deemphasis(samples),
  split: (samples) => f.split(samples),
  trim: (samples) => f.trim(samples),
  hpss: (samples) => f.hpss(samples),
  harmonic: (samples) => f.harmonic(samples),
  percussive: (samples) => f.percussive(samples),
  'kaldi.fbank': (samples) => f.kaldi.fbank(samples),
  'kaldi.mfcc': (samples) => f.kaldi.mfcc(samples),
  resample: (samples) => f.resample(samples, { origSr: 8000, targetSr: 16000 }),
  timeStretch: (samples) => f.timeStretch(samples, { rate: 2 }),
  addNoise: (samples) => f.addNoise(samples, { random }),
  shift: (samples) => f.shift(samples, { random }),
  speed: (samples) => f.speed({ samples, sampleRate }, { rate: 2 }),
  noise: (samples) => f.noise({ samples, sampleRate }, { random, snrDb: 10 }),
  bandLimit: (samples) => f.bandLimit({ samples, sampleRate }, { sampleRate: 8000 }),
  middle: (samples) => f.middle({ samples, sampleRate }, { seconds: 0.1 }),
  gain: (samples) => f.gain({ samples, sampleRate }, { random, db: 3 }),
  room: (samples) => f.room({ samples, sampleRate }, { random, rt60: 0.1 }),
  'praat.pitch': (samples) => f.praat.pitch(samples, { sampleRate }),
  'praat.pulses': (samples) => f.praat.pulses(samples, { sampleRate }),
  'praat.shimmer': (samples) => f.praat.shimmer(samples, new Float64Array(0), { sampleRate }),
  'praat.voiceReport': (samples) => f.praat.voiceReport(samples, { sampleRate }),
  'praat.harmonicity': (samples) => f.praat.harmonicity(samples, { sampleRate }),
  'praat.formants': (samples) => f.praat.formants(samples, { sampleRate }),
  extract: (samples) =>
    f.createExtractor(f.presets.prosody).extract({ samples, sampleRate: 16000 }),
  extractSamples: (samples) => f.createExtractor(f.presets.prosody).extractSamples(samples),
};

const ofMatrices: Record<string, (matrix: never) => unknown> = {
  delta: (matrix) => f.delta(matrix),
  tonnetz: (matrix) => f.tonnetz(matrix),
  chromaCqt: (matrix) => f.chromaCqt(matrix, { sampleRate }),
  powerToDb: (matrix) => f.powerToDb(matrix),
  amplitudeToDb: (matrix) => f.amplitudeToDb(matrix),
  perceptualWeighting: (matrix) => f.perceptualWeighting(matrix, [100]),
  pcen: (matrix) => f.pcen(matrix, { sampleRate }),
  specAugment: (matrix) => f.specAugment(matrix, { random }),
  istft: (matrix) => f.istft(matrix),
  griffinlim: (matrix) => f.griffinlim(matrix),
  'inverse.melToStft': (matrix) => f.inverse.melToStft(matrix, { sampleRate }),
  'inverse.melToAudio': (matrix) => f.inverse.melToAudio(matrix, { sampleRate }),
  'inverse.mfccToMel': (matrix) => f.inverse.mfccToMel(matrix),
  'inverse.mfccToAudio': (matrix) => f.inverse.mfccToAudio(matrix, { sampleRate }),
  'decompose.hpss': (matrix) => f.decompose.hpss(matrix),
  phaseVocoder: (matrix) => f.phaseVocoder(matrix, { rate: 2 }),
};

const kinds: [kind: string, value: unknown][] = [
  ['null', null],
  ['undefined', undefined],
  ['Array', [0.1, 0.2, 0.3]],
  ['Int16Array', new Int16Array(4000)],
  ['Object', { samples: y, sampleRate }],
  ["'y'", 'y'],
];

describe.each(Object.entries(ofSamples))('%s takes no', (_, call) => {
  test.each(kinds)('%s for samples', (kind, value) => {
    const error = { name: 'FeatureError', code: 'bad-argument' };
    expect(() => call(value as never)).toThrow(expect.objectContaining(error));
    expect(() => call(value as never)).toThrow(`got ${kind}`);
  });
});

describe.each(Object.entries(ofMatrices))('%s takes no', (_, call) => {
  test.each(kinds)('%s for a matrix', (kind, value) => {
    const error = { name: 'FeatureError', code: 'bad-argument' };
    expect(() => call(value as never)).toThrow(expect.objectContaining(error));
    expect(() => call(value as never)).toThrow(`got ${kind}`);
  });
});

const S = { data: new Float32Array(1025).fill(1), shape: [1025, 1] } as const;

const calls: [text: string, call: () => unknown][] = [
  ['`window` must be one of hann', () => f.stft(y, { window: null as never })],
  ['pitchTuning: `frequencies` must be a list of', () => f.pitchTuning(undefined as never)],
  ['addNoise: `random` must be a function', () => f.addNoise(y, {} as never)],
  ['shift: `random` must be a function', () => f.shift(y, { random: 7 as never })],
  ['noise: `random` must be a function', () => f.noise(audio, { snrDb: 10 } as never)],
  ['gain: `random` must be a function', () => f.gain(audio, { db: 10 } as never)],
  ['room: `random` must be a function', () => f.room(audio, { rt60: 1 } as never)],
  ['speed: `samples` must be a Float32Array', () => f.speed(null as never, { rate: 1 })],
  ['speed: `sampleRate` must be > 0', () => f.speed({ ...audio, sampleRate: 0 }, { rate: 1 })],
  ['specAugment: `random` must be', () => f.specAugment(S, { random: null as never })],
  ['specAugment: `fill` must be finite', () => f.specAugment(S, { random, fill: Number.NaN })],
  ['powerToDb: `ref` must be finite', () => f.powerToDb(S, { ref: Number.NaN })],
  ['amplitudeToDb: `ref` must be finite', () => f.amplitudeToDb(S, { ref: '1' as never })],
  [
    '`ctroct` must be finite',
    () => f.filters.chroma({ sampleRate, nFft: 512, ctroct: Number.NaN }),
  ],
  ['`norm` must be null or a number', () => f.chromaStft(y, { sampleRate, norm: '2' as never })],
  [
    'a matrix of shape [1025,2] cannot hold 1025',
    () => f.istft({ real: S.data, imag: S.data, shape: [1025, 2] }),
  ],
  // Sizes that no machine has the memory or the time for.
  ['`nFft` must be a whole number in [1, 4194304]', () => f.stft(y, { nFft: 1e9 })],
  [
    '`nFft` must be a whole number in [1, 65536]',
    () => f.createExtractor({ sampleRate, nFft: 2 ** 40, features: [{ kind: 'rms' }] }),
  ],
  [
    '`features[0].nMels` must be a whole number in [1, 1024]',
    () => f.createExtractor({ sampleRate, features: [{ kind: 'mel', nMels: 1e9 }] }),
  ],
  ['createExtractor: `config` must be an object, got null', () => f.createExtractor(null as never)],
  [
    '`features[0]` must be an object, got null',
    () => f.createExtractor({ sampleRate, features: [null as never] }),
  ],
  [
    '`features[0].power` must be > 0 and finite',
    () => f.createExtractor({ sampleRate, features: [{ kind: 'mel', power: Number.NaN }] }),
  ],
  [
    '`features[0].power` must be > 0 and finite',
    () => f.createExtractor({ sampleRate, features: [{ kind: 'chroma', power: 0 }] }),
  ],
  [
    '`features[0].deltaWidth` must be odd',
    () =>
      f.createExtractor({ sampleRate, features: [{ kind: 'mfcc', deltas: 1, deltaWidth: 10 }] }),
  ],
  ['`frameLength` must be a whole number in', () => f.rms(y, { frameLength: 1e9 })],
  [
    '`nMels` must be a whole number in [1, 16384]',
    () => f.melspectrogram(y, { sampleRate, nMels: 1e9 }),
  ],
  ['`targetSr` must be low enough', () => f.resample(y, { origSr: 1, targetSr: 1e12 })],
  [
    '`targetSr` must be at least 1/1024 of origSr=2000000000',
    () => f.resample(y, { origSr: 2e9, targetSr: 16000 }),
  ],
  [
    'melFrequencies: `fMax` must be ≥ 0 and finite',
    () => f.melFrequencies(10, { fMax: Number.NaN }),
  ],
  [
    '`hopLength` must be long enough for 536870912 values',
    () => f.stft(new Float32Array(300_000).fill(0.1), { nFft: 4096, hopLength: 1 }),
  ],
  [
    '`hopLength` must be long enough for 536870912 values',
    () => f.mfcc(new Float32Array(300_000).fill(0.1), { sampleRate, nFft: 4096, hopLength: 1 }),
  ],
  ['cqt: `nBins` must be low enough for filters', () => f.cqt(y, { sampleRate, nBins: 120 })],
  [
    'cqt: `filterScale` must be small enough (or fMin great enough)',
    () => f.cqt(y, { sampleRate, fMin: 1e-3 }),
  ],
  [
    'pseudoCqt: `filterScale` must be small enough (or fMin great enough)',
    () => f.pseudoCqt(y, { sampleRate, fMin: 1e-3 }),
  ],
  [
    '`hopLength` must be long enough for 536870912 values',
    () => f.cqt(new Float32Array(2 ** 23), { sampleRate, hopLength: 1 }),
  ],
  ['vqt: `intervals` must be', () => f.vqt(y, { sampleRate, intervals: 'ji5' as never })],
  ['vqt: `intervals` must be', () => f.vqt(y, { sampleRate, intervals: [] })],
  ['vqt: `intervals[1]` must be > 0', () => f.vqt(y, { sampleRate, intervals: [1, 0] })],
  [
    'chromaCqt: `binsPerOctave` must be a multiple of nChroma=12',
    () => f.chromaCqt(y, { sampleRate, binsPerOctave: 30 }),
  ],
  [
    'chromaCqt: `window` must be a Float32Array',
    () => f.chromaCqt(y, { sampleRate, window: [1, 2] as never }),
  ],
  [
    'filters.cqToChroma: `window` must be 1 to',
    () => f.filters.cqToChroma({ nInput: 84, window: new Float32Array(0) }),
  ],
  [
    'tonnetz: `options` must be left out',
    () => (f.tonnetz as (...args: unknown[]) => unknown)(S, { sampleRate }),
  ],
  ['`rate` must be above', () => f.timeStretch(y, { rate: 1e-12 })],
];

test.each(calls)('%s', (text, call) => {
  expect(call).toThrow(expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' }));
  expect(call).toThrow(text);
});

test('floats of another page are floats', () => {
  const foreign = runInNewContext('new Float32Array(4000).fill(0.1)') as Float32Array;
  expect(foreign).not.toBeInstanceOf(Float32Array);
  expect(f.rms(foreign)).toEqual(f.rms(y));
  expect(f.mfcc(foreign, { sampleRate })).toEqual(f.mfcc(y, { sampleRate }));
  expect(f.zeroCrossingRate(foreign)).toEqual(f.zeroCrossingRate(y));
});
