// What each option of an extractor may be at the least and at the most, and what it may not be.
import { describe, expect, test } from 'vitest';
import { createExtractor } from './create-extractor.ts';
import * as kinds from './kinds/index.ts';

const rms = { sampleRate: 16_000, nFft: 512, features: [{ kind: 'rms' }] };

interface Range {
  readonly may: readonly unknown[];
  readonly mayNot: readonly unknown[];
}

const NOT_POSITIVE = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, null, '1'];
const NEGATIVE = [-1e-9, Number.NaN, Number.POSITIVE_INFINITY, null, '1'];
const NO_COUNT = [0, 1.5, -1, null, '2'];
const NO_BOOLEAN = [0, 'true', null];
const ANY_NUMBER = { may: [-1, 0, 0.5], mayNot: [Number.NaN, Number.POSITIVE_INFINITY, '1'] };

const positive = { may: [1e-3, 1, 2.5], mayNot: NOT_POSITIVE };
const boolean = { may: [true, false], mayNot: NO_BOOLEAN };
const melNorm = { may: ['slaney', null, 1, Number.POSITIVE_INFINITY], mayNot: [0, -1, 'L1'] };
const topDb = { may: [0, 20.5, null], mayNot: [-1, Number.NaN, '80'] };
const nMels = { may: [20, 40], mayNot: [...NO_COUNT, 1025] };
const deltas = { may: [0, 1, 2], mayNot: [-1, 3, 0.5, true, null] };
const deltaWidth = { may: [3, 9, 1023], mayNot: [1, 2, 4, 3.5, 1024, 1025, null] };
const mel = {
  nMels,
  fMin: { may: [0, 100], mayNot: NEGATIVE },
  fMax: { may: [4000, 8000, 9000], mayNot: NOT_POSITIVE },
  htk: boolean,
};

const kaldi = {
  scale: positive,
  preemphasisCoefficient: { may: [0, 0.97, 1], mayNot: [-0.1, 1.1, Number.NaN, null, '1'] },
  removeDcOffset: boolean,
  windowType: {
    may: ['povey', 'hamming', 'hanning', 'rectangular', 'blackman'],
    mayNot: ['hann', '', null],
  },
  blackmanCoeff: ANY_NUMBER,
  roundToPowerOfTwo: boolean,
  snipEdges: boolean,
  numMelBins: { may: [3, 40, 1024], mayNot: [2, 1025, 3.5, null, '23'] },
  lowFreq: { may: [0, 100.5, 7999], mayNot: NEGATIVE },
  highFreq: { may: [-400, 0, 4000, 8000], mayNot: [Number.NaN, Number.NEGATIVE_INFINITY, '0'] },
  energyFloor: { may: [0, 1], mayNot: NEGATIVE },
  rawEnergy: boolean,
  htkCompat: boolean,
  useEnergy: boolean,
};

const KINDS: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  bandwidth: {},
  centroid: {},
  chroma: {
    power: positive,
    tuning: { may: [...ANY_NUMBER.may, null], mayNot: ANY_NUMBER.mayNot },
    nChroma: { may: [1, 24], mayNot: [...NO_COUNT, 1025] },
    ctroct: { ...ANY_NUMBER, mayNot: [...ANY_NUMBER.mayNot, null] },
    octwidth: { may: [0.5, null], mayNot: [0, -1, '2'] },
    baseC: boolean,
  },
  chromaCqt: {
    fMin: { may: [20, 55.5], mayNot: NOT_POSITIVE },
    norm: { may: [1, 2, Number.POSITIVE_INFINITY, null], mayNot: [0, -1, '2'] },
    threshold: { may: [...ANY_NUMBER.may, null], mayNot: ANY_NUMBER.mayNot },
    tuning: { may: [...ANY_NUMBER.may, null], mayNot: ANY_NUMBER.mayNot },
    nChroma: { may: [1, 36], mayNot: [...NO_COUNT, 1025] },
    nOctaves: { may: [1, 7], mayNot: [...NO_COUNT, 21] },
    binsPerOctave: { may: [12, 48, null], mayNot: [0, 1.5, -1, '2', 1025] },
    cqtMode: { may: ['full', 'hybrid'], mayNot: ['pseudo', null] },
  },
  contrast: {
    fMin: { may: [100, 150.5], mayNot: NOT_POSITIVE },
    nBands: { may: [1, 5], mayNot: [...NO_COUNT, 1024] },
    quantile: { may: [1e-3, 0.999], mayNot: [0, 1, -0.1, Number.NaN, null, '0.1'] },
    linear: boolean,
  },
  egemaps: {},
  egemapsLld: {},
  flatness: {},
  formants: {
    maxFormants: { may: [1, 20], mayNot: [...NO_COUNT, 21] },
    formantCeiling: { may: [1000, 48_000], mayNot: [999, 48_001, Number.NaN, null, '5500'] },
  },
  functionals: {
    // Lists in lists, since `test.each` takes apart what are lists alone.
    groups: {
      may: [[['pitch']], [['slopeCovariance10', 'cepstra']]],
      mayNot: [[], 'pitch', null, 27, { 0: 'pitch' }],
    },
  },
  kaldiFbank: { ...kaldi, useLogFbank: boolean, usePower: boolean },
  kaldiMfcc: {
    ...kaldi,
    numMelBins: { may: [13, 40, 1024], mayNot: kaldi.numMelBins.mayNot },
    numCeps: { may: [1, 23], mayNot: [...NO_COUNT, 1025] },
    cepstralLifter: { may: [0, 22], mayNot: NEGATIVE },
  },
  lld: {},
  logmel: { ...mel, norm: melNorm, topDb, deltas, deltaWidth },
  mel: { power: positive, ...mel, norm: melNorm },
  mfcc: {
    nMfcc: { may: [1, 40], mayNot: [...NO_COUNT, 1025] },
    dctType: { may: [1, 2, 3], mayNot: [0, 4, '2', null] },
    norm: { may: ['ortho', null], mayNot: ['slaney', 2, true] },
    lifter: { may: [0, 22], mayNot: NEGATIVE },
    ...mel,
    melNorm,
    topDb,
    deltas,
    deltaWidth,
  },
  pcen: {
    melPower: positive,
    scale: positive,
    ...mel,
    norm: melNorm,
    gain: { may: [0, 0.5, 1], mayNot: NEGATIVE },
    bias: { may: [0, 0.5, 10], mayNot: NEGATIVE },
    power: { may: [0, 0.5, 1], mayNot: NEGATIVE },
    timeConstant: positive,
    eps: positive,
    maxSize: { may: [1, 1024], mayNot: [...NO_COUNT, 1025] },
  },
  pitch: {
    fMin: { may: [65, 100.5], mayNot: NOT_POSITIVE },
    fMax: { may: [600, 8000], mayNot: NOT_POSITIVE },
    troughThreshold: { may: [0, 0.1, 2], mayNot: NEGATIVE },
  },
  pyin: {
    fMin: { may: [65, 100.5], mayNot: NOT_POSITIVE },
    fMax: { may: [600, 8000], mayNot: NOT_POSITIVE },
    fillNa: { may: [-1, 0, null], mayNot: [Number.NaN, '0', true] },
    nThresholds: { may: [1, 1024], mayNot: [...NO_COUNT, 1025] },
    // Lists in lists, as above.
    betaParameters: {
      may: [[[1, 1]], [[2, 1000]]],
      mayNot: [[[1]], [[0, 1]], [[1, 1001]], 2, null],
    },
    boltzmannParameter: positive,
    resolution: { may: [0.01, 0.5, 1], mayNot: [0, 1.1, Number.NaN, null, '1'] },
    maxTransitionRate: positive,
    switchProb: { may: [0, 0.5, 1], mayNot: [-0.1, 1.1, Number.NaN, null, '1'] },
    noTroughProb: { may: [0, 0.5, 1], mayNot: [-0.1, 1.1, Number.NaN, null, '1'] },
  },
  rms: {},
  rolloff: {},
  tonnetz: { harmonic: boolean },
  voiceQuality: {
    pitchFloor: { may: [20, 590], mayNot: [19, 1001, Number.NaN, null, '75'] },
    pitchCeiling: { may: [80, 10_000], mayNot: [19, 10_001, Number.NaN, null, '600'] },
  },
  zcr: { threshold: { may: [0, 0.5], mayNot: NEGATIVE } },
};

test('every option of every kind is here', () => {
  expect(Object.entries(KINDS).map(([kind, ranges]) => [kind, Object.keys(ranges).sort()])).toEqual(
    Object.values(kinds).map(({ kind, checks }) => [kind, Object.keys(checks).sort()]),
  );
});

const features = Object.entries(KINDS).flatMap(([kind, ranges]) =>
  Object.entries(ranges).map(([option, range]) => ({ kind, option, range })),
);

/** What else a feature needs, so that the option alone decides. */
const BESIDE: Readonly<Record<string, object>> = {
  mfcc: { nMels: 40 },
  contrast: { nBands: 4 },
  formants: { formantCeiling: 8000 },
};

/** The signal of a kind that needs another. */
const SIGNALS: Readonly<Record<string, object>> = {
  functionals: { winLength: 400, hopLength: 160 },
  kaldiFbank: { center: false },
  kaldiMfcc: { center: false },
};

describe.each(features)('$kind: `$option`', ({ kind, option, range: { may, mayNot } }) => {
  const call = (value: unknown): unknown => {
    const feature = { kind, ...BESIDE[kind], [option]: value };
    return createExtractor({ ...rms, ...SIGNALS[kind], features: [feature] } as never);
  };

  test.each(may)('may be %o', (value) => {
    expect(() => call(value)).not.toThrow();
  });

  test.each(mayNot)('may not be %o', (value) => {
    expect(() => call(value)).toThrow(`createExtractor: \`features[0].${option}\` must be`);
  });
});

const SIGNAL: Readonly<Record<string, Range>> = {
  sampleRate: { may: [8000, 22050.5], mayNot: NOT_POSITIVE },
  offset: { may: [0, 0.6], mayNot: NEGATIVE },
  duration: { may: [0.1, null], mayNot: [0, -1, Number.NaN, '1'] },
  level: { may: [-26, 0, 3.5, null], mayNot: [Number.NaN, Number.NEGATIVE_INFINITY, '-26', true] },
  trim: { may: [1e-3, 45, null], mayNot: [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '45'] },
  nFft: { may: [1, 2, 501, 512], mayNot: NO_COUNT },
  hopLength: { may: [1, 2000], mayNot: NO_COUNT },
  winLength: { may: [1, 512], mayNot: [...NO_COUNT, 513] },
  center: boolean,
  padMode: { may: ['constant', 'edge', 'reflect', 'symmetric'], mayNot: ['wrap', null, ''] },
  statistic: { may: ['mean', 'q0', 'q12.5', ['std'], null], mayNot: [[], 'mode', ['q101'], 7] },
  frames: { may: [null], mayNot: [0, 1.5, -1, '3', 3] },
  window: { may: ['hann', ['kaiser', 0]], mayNot: ['hat', null, 7, [], new Float32Array(512)] },
};

describe.each(Object.entries(SIGNAL))('`%s`', (option, { may, mayNot }) => {
  const call = (value: unknown): unknown => createExtractor({ ...rms, [option]: value } as never);

  test.each(may.map((value) => [value]))('may be %o', (value) => {
    expect(() => call(value)).not.toThrow();
  });

  test.each(mayNot.map((value) => [value]))('may not be %o', (value) => {
    expect(() => call(value)).toThrow(`createExtractor: \`${option}`);
  });
});

test('a pitch needs frames longer than its period, and a rate of twice its highest', () => {
  const call = (feature: object): unknown =>
    createExtractor({ ...rms, features: [{ kind: 'pitch', ...feature }] } as never);
  // A period of 510 samples fits into frames of 512, and one of 511 does not.
  expect(() => call({ fMin: 16_000 / 510 })).not.toThrow();
  expect(() => call({ fMin: 16_000 / 511 })).toThrow('pitchTrack: `fMin` must be above 31.311 Hz');
  expect(() => call({ fMax: 8000 })).not.toThrow();
  expect(() => call({ fMax: 8001 })).toThrow(
    'pitchTrack: `fMax` must be above fMin=65 and at most',
  );
  expect(() => call({ fMin: 600 })).toThrow('pitchTrack: `fMax` must be above fMin=600');
});

test('a frame fits a signal exactly, and no shorter one', () => {
  const config = { ...rms, center: false, statistic: null } as never;
  const { extractSamples } = createExtractor(config);
  expect(extractSamples(new Float32Array(512)).length).toBe(1);
  expect(() => extractSamples(new Float32Array(511))).toThrow('must be at least 512 long, got 511');
});
