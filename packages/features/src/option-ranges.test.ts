// What each option of each public function may be at the least and at the most, and what not.
import { describe, expect, test } from 'vitest';
import * as f from './index.ts';
import { signals } from './testing/signals.ts';

const { hiss } = signals();
const y = hiss.subarray(0, 3000);
/** For what takes long; half of the padding of `reflect` fits. */
const brief = hiss.subarray(0, 1100);
const sampleRate = 22050;
/** What is not asked for is computed with few filters, which take long. */
const fewBins = { sampleRate, nBins: 24 };
const audio = { samples: y, sampleRate };
const random = (): number => 0.5;
const spectrum = f.stft(y);
const small: f.Matrix = { data: new Float32Array(10 * 4).fill(0.1), shape: [10, 4] };
const matrix: f.Matrix = { data: spectrum.real.map(Math.abs), shape: spectrum.shape };

interface Range {
  readonly may: readonly unknown[];
  readonly mayNot: readonly unknown[];
}
type Ranges = Readonly<Record<string, Range>>;

const BIG = 2 ** 22 + 1;
const NO_COUNT = [0, -1, 1.5, Number.NaN, '2', null];
const positive: Range = {
  may: [1e-3, 3.5],
  mayNot: [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '1', null],
};
const nonNegative: Range = {
  may: [0, 0.5, 3],
  mayNot: [-1e-9, Number.NaN, Number.POSITIVE_INFINITY, '1'],
};
const finite: Range = { may: [-1, 0, 0.5], mayNot: [Number.NaN, Number.NEGATIVE_INFINITY, '1'] };
const hopLength: Range = { may: [1000, 5000], mayNot: NO_COUNT };
const frameLength: Range = { may: [1, 1001, 2048], mayNot: [...NO_COUNT, BIG] };
const padMode: Range = { may: ['constant', 'edge', 'reflect', 'symmetric'], mayNot: ['wrap'] };
const unit: Range = { may: [1e-3, 0.999], mayNot: [0, 1, -0.5, Number.NaN] };
const norm: Range = { may: [1, 2, Number.POSITIVE_INFINITY, null], mayNot: [0, -1, '2'] };
const nMels: Range = { may: [20, 40], mayNot: [...NO_COUNT, 2 ** 14 + 1] };
const rate: Range = { may: [16_000, 22_050.5], mayNot: positive.mayNot };
const topDb: Range = { may: [0, 20.5, null], mayNot: [-1, Number.NaN, '80'] };

const decibelRange: Range = {
  may: [-200, 0.5, 200, [-10, 10], [3, 3]],
  mayNot: [-201, 201, Number.NaN, '1', null, [], [1], [1, 2, 3], [2, 1], [0, 201], ['0', 1]],
};

const framing: Ranges = {
  nFft: { may: [64, 501], mayNot: [...NO_COUNT, BIG] },
  hopLength,
  winLength: { may: [1, 2048], mayNot: [...NO_COUNT, 2049] },
  window: { may: ['hann', ['kaiser', 2]], mayNot: ['hat', 7] },
};
const stft: Ranges = { ...framing, padMode };
const bank: Ranges = {
  fMin: nonNegative,
  fMax: { may: [100, 20_000], mayNot: [0, -1, Number.NaN, Number.POSITIVE_INFINITY] },
};
const emphasis: Ranges = {
  coef: { may: [0, 0.5, 1], mayNot: [-0.1, 1.1, Number.NaN, '1', null] },
  zi: finite,
  returnZf: { may: [true, false], mayNot: [1, null] },
};
const decibels: Ranges = {
  ref: { may: [-2, 0, 0.5, 'max'], mayNot: [Number.NaN, Number.POSITIVE_INFINITY, 'min'] },
  aMin: positive,
  topDb,
};
const bandEdge: Range = {
  may: [50, 300.5, 384_000, [200, 200], [200, 400]],
  mayNot: [49.9, 384_001, Number.NaN, '300', null, [300], [400, 200], [200, 384_001]],
};
const peaks: Ranges = {
  sampleRate: rate,
  fMin: nonNegative,
  fMax: positive,
  threshold: nonNegative,
};
const binsPerOctave: Range = { may: [1, 12, 24], mayNot: NO_COUNT };
const classes: Ranges = {
  nChroma: { may: [1, 12, 24], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
  ctroct: finite,
  octwidth: { may: [0.5, null], mayNot: [0, -1, Number.NaN] },
  norm,
};
const separation: Ranges = {
  kernelSize: {
    may: [1, 2, 31, 4096, [1, 9]],
    mayNot: [...NO_COUNT, 4097, [], [3], [1, 2, 3], [0, 3], [3, 4097], ['3', 3]],
  },
  power: { may: [0.1, 2, Number.POSITIVE_INFINITY], mayNot: [0, -1, Number.NaN, '2', null] },
  margin: {
    may: [1, 2.5, [1, 3]],
    mayNot: [0.99, Number.NaN, Number.POSITIVE_INFINITY, '1', null, [1], [0.9, 1], [1, '1']],
  },
};
const constantQ: Ranges = {
  sampleRate: { may: [16_000, 22_050.5], mayNot: positive.mayNot },
  hopLength: { may: [1, 1000, 5000], mayNot: NO_COUNT },
  fMin: { may: [20, 55.5], mayNot: positive.mayNot },
  nBins: { may: [1, 85], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
  binsPerOctave: { may: [12, 24], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
  tuning: { may: [-0.5, 0, 0.3, null], mayNot: finite.mayNot },
  filterScale: { may: [0.5, 1.5], mayNot: positive.mayNot },
  norm,
  sparsity: { may: [0, 0.99], mayNot: [-1e-9, 1, Number.NaN, '0', null] },
  scale: { may: [true, false], mayNot: [0, 'true', null] },
  padMode,
};
const constantChroma: Ranges = {
  sampleRate: constantQ.sampleRate,
  hopLength: constantQ.hopLength,
  fMin: constantQ.fMin,
  norm,
  tuning: constantQ.tuning,
  nChroma: { may: [1, 12, 36], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
  nOctaves: { may: [1, 7], mayNot: [...NO_COUNT, 456] },
  binsPerOctave: { may: [12, 24, null], mayNot: [0, -1, 1.5, '2', 13] },
  window: { may: [null, Float32Array.of(1, 2, 1)], mayNot: [[1, 2], 'hann', new Float32Array(0)] },
  cqtMode: { may: ['full', 'hybrid'], mayNot: ['pseudo', null] },
};
const phases: Ranges = {
  nIter: { may: [1, 3], mayNot: [...NO_COUNT, 10_001] },
  momentum: { may: [0, 0.5, 1.5], mayNot: nonNegative.mayNot },
  random: { may: [random, null], mayNot: [7, 'random', {}] },
};
const cepstrum: Ranges = {
  nMels: { may: [1, 10, 40], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
  dctType: { may: [1, 2, 3], mayNot: [0, 4, '2'] },
  norm: { may: ['ortho', null], mayNot: ['slaney', 2] },
  ref: positive,
  lifter: nonNegative,
};
const inverseBank: Ranges = {
  sampleRate: rate,
  ...bank,
  norm: { may: ['slaney', ...norm.may], mayNot: norm.mayNot },
  nFft: { may: [64, 501], mayNot: [...NO_COUNT, BIG] },
  power: { may: [0.5, 1], mayNot: positive.mayNot },
};
const frames: Ranges = { frameLength, hopLength, padMode };

const boolean: Range = { may: [true, false], mayNot: [0, 'true', null] };
const kaldi: Ranges = {
  sampleRate: rate,
  frameLength: { may: [0.2, 25, 32.5], mayNot: positive.mayNot },
  frameShift: { may: [0.1, 10, 500], mayNot: positive.mayNot },
  dither: nonNegative,
  scale: positive,
  preemphasisCoefficient: { may: [0, 0.97, 1], mayNot: [-0.1, 1.1, Number.NaN, null, '1'] },
  removeDcOffset: boolean,
  windowType: {
    may: ['povey', 'hamming', 'hanning', 'rectangular', 'blackman'],
    mayNot: ['hann', '', null],
  },
  blackmanCoeff: finite,
  roundToPowerOfTwo: boolean,
  snipEdges: boolean,
  numMelBins: { may: [13, 40, 2 ** 14], mayNot: [2, 2 ** 14 + 1, 3.5, null, '23'] },
  lowFreq: { may: [0, 100.5, 7999], mayNot: [-1e-9, 8000, Number.NaN, '1'] },
  highFreq: { may: [-400, 0, 21, 8000], mayNot: [20, 8001, -7980, Number.NaN, '0', null] },
  energyFloor: nonNegative,
  rawEnergy: boolean,
  htkCompat: boolean,
  useEnergy: boolean,
};

/** A function, the options that it needs beside the one in question, and the ranges. */
const FUNCTIONS: readonly [
  name: string,
  call: (options: never) => unknown,
  needed: object,
  ranges: Ranges,
][] = [
  ['addNoise', (o) => f.addNoise(y, o), { random }, { amplitude: nonNegative }],
  [
    'bandLimit',
    (o) => f.bandLimit(audio, o),
    { sampleRate: 8000, random },
    {
      sampleRate: { may: [8000, 11_025.5, 768_000], mayNot: [...positive.mayNot, 768_001] },
      lowest: bandEdge,
      highest: bandEdge,
    },
  ],
  ['gain', (o) => f.gain(audio, o), { random }, { db: decibelRange }],
  [
    'middle',
    (o) => f.middle(audio, o),
    {},
    { seconds: { may: [1e-9, 1.5, 86_400], mayNot: [...positive.mayNot, 86_401] } },
  ],
  [
    'noise',
    (o) => f.noise(audio, o),
    { random, snrDb: 10 },
    { snrDb: decibelRange, colour: { may: ['white', 'red'], mayNot: ['pink', null, ''] } },
  ],
  [
    'room',
    (o) => f.room(audio, o),
    { random, rt60: 0.1 },
    {
      rt60: {
        may: [1e-9, 0.4, [0.1, 0.2], 10],
        mayNot: [...positive.mayNot, 10.1, [0, 1], [0.2, 0.1], [0.1]],
      },
      drrDb: decibelRange,
    },
  ],
  [
    'speed',
    (o) => f.speed(audio, o),
    {},
    { rate: { may: [1 / 16, 1.1, 16], mayNot: [0.06, 16.1, Number.NaN, '1', null] } },
  ],
  ['amplitudeToDb', (o) => f.amplitudeToDb(matrix, o), {}, decibels],
  ['powerToDb', (o) => f.powerToDb(matrix, o), {}, decibels],
  ['cqt', (o) => f.cqt(brief, o), fewBins, constantQ],
  ['pseudoCqt', (o) => f.pseudoCqt(brief, o), fewBins, constantQ],
  ['hybridCqt', (o) => f.hybridCqt(brief, o), fewBins, constantQ],
  [
    'vqt',
    (o) => f.vqt(brief, o),
    fewBins,
    { ...constantQ, gamma: { may: [0, 5, null], mayNot: nonNegative.mayNot } },
  ],
  [
    'chromaCqt',
    (o) => f.chromaCqt(brief, o),
    { sampleRate, nOctaves: 2 },
    { ...constantChroma, threshold: { may: [-1, 0.5, null], mayNot: finite.mayNot } },
  ],
  [
    'chromaCens',
    (o) => f.chromaCens(y, o),
    { sampleRate },
    { winLenSmooth: { may: [1, 10, null], mayNot: [0, -1, 1.5, '3', BIG] } },
  ],
  [
    'filters.cqToChroma',
    f.filters.cqToChroma,
    { nInput: 84 },
    {
      nInput: { may: [1, 100], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
      binsPerOctave: { may: [12, 36], mayNot: [0, -1, 1.5, '2', null, 13] },
      nChroma: { may: [1, 12], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
      fMin: { may: [1, 55.5], mayNot: positive.mayNot },
      window: constantChroma.window,
    },
  ],
  [
    'chromaStft',
    (o) => f.chromaStft(y, o),
    { sampleRate },
    { sampleRate: rate, ...stft, ...classes },
  ],
  [
    'decompose.hpss',
    (o) => f.decompose.hpss(matrix, o),
    {},
    { ...separation, mask: { may: [true, false], mayNot: [0, 'yes', null] } },
  ],
  [
    'delta',
    (o) => f.delta(f.rms(y, { hopLength: 100 }), o),
    {},
    {
      width: { may: [3, 9, 31], mayNot: [1, 2, 4, 33, 3.5, '9', BIG] },
      order: { may: [1, 2, 8], mayNot: [0, 9, 1.5, '1'] },
      mode: { may: ['interp', 'nearest', 'mirror', 'constant', 'wrap'], mayNot: ['edge'] },
    },
  ],
  [
    'estimateTuning',
    (o) => f.estimateTuning(y, o),
    { sampleRate },
    { ...stft, ...peaks, resolution: unit, binsPerOctave },
  ],
  [
    'filters.chroma',
    f.filters.chroma,
    { sampleRate, nFft: 512 },
    {
      sampleRate: rate,
      nFft: { may: [2, 501], mayNot: [...NO_COUNT, 1, BIG] },
      ...classes,
      tuning: finite,
    },
  ],
  [
    'filters.mel',
    f.filters.mel,
    { sampleRate, nFft: 512 },
    {
      sampleRate: rate,
      nFft: { may: [1, 501], mayNot: [...NO_COUNT, BIG] },
      nMels,
      ...bank,
      norm: { may: ['slaney', ...norm.may], mayNot: norm.mayNot },
    },
  ],
  [
    'griffinlim',
    (o) => f.griffinlim(matrix, o),
    { nIter: 1 },
    {
      ...stft,
      nFft: { may: [2048, 2049], mayNot: [2047, 2050, 1.5, 0] },
      hopLength: { may: [512, 1000], mayNot: NO_COUNT },
      ...phases,
      length: { may: [2560, 3071], mayNot: [2559, 3072, 0, 2600.5] },
    },
  ],
  ['harmonic', (o) => f.harmonic(brief, o), {}, { ...stft, ...separation }],
  ['hpss', (o) => f.hpss(brief, o), {}, { ...stft, ...separation }],
  [
    'inverse.melToAudio',
    (o) => f.inverse.melToAudio(small, o),
    { sampleRate, nIter: 1, nFft: 512 },
    { ...inverseBank, ...phases, padMode, window: framing.window, hopLength },
  ],
  ['inverse.melToStft', (o) => f.inverse.melToStft(small, o), { sampleRate }, inverseBank],
  [
    'inverse.mfccToAudio',
    (o) => f.inverse.mfccToAudio(small, o),
    { sampleRate, nIter: 1, nFft: 512 },
    { ...inverseBank, ...cepstrum, ...phases },
  ],
  ['inverse.mfccToMel', (o) => f.inverse.mfccToMel(small, o), {}, cepstrum],
  [
    'istft',
    (o) => f.istft(spectrum, o),
    {},
    {
      ...framing,
      nFft: { may: [2048, 2049], mayNot: [2047, 2050, 1.5] },
      length: { may: [0, 1, 9000], mayNot: [-1, 0.5, 2 ** 29 + 1] },
    },
  ],
  [
    'kaldi.fbank',
    (o) => f.kaldi.fbank(y, o),
    { random },
    { ...kaldi, useLogFbank: boolean, usePower: boolean },
  ],
  [
    'kaldi.mfcc',
    (o) => f.kaldi.mfcc(y, o),
    { random },
    { ...kaldi, numCeps: { may: [1, 23], mayNot: [...NO_COUNT, 24] }, cepstralLifter: nonNegative },
  ],
  ['melFrequencies', (o) => f.melFrequencies(10, o), {}, { fMin: nonNegative, fMax: nonNegative }],
  [
    'melspectrogram',
    (o) => f.melspectrogram(y, o),
    { sampleRate },
    { sampleRate: rate, ...stft, ...bank, nMels, power: positive },
  ],
  [
    'mfcc',
    (o) => f.mfcc(y, o),
    { sampleRate, nMels: 40 },
    {
      nMfcc: { may: [1, 40], mayNot: [...NO_COUNT, 41] },
      dctType: { may: [1, 2, 3], mayNot: [0, 4, '2'] },
      norm: { may: ['ortho', null], mayNot: ['slaney', 2] },
      lifter: nonNegative,
    },
  ],
  ['percussive', (o) => f.percussive(brief, o), {}, { ...stft, ...separation }],
  [
    'phaseVocoder',
    (o) => f.phaseVocoder(spectrum, o),
    { rate: 1 },
    {
      rate: { may: [0.5, 3], mayNot: [...positive.mayNot, 1e-9] },
      hopLength,
      nFft: { may: [2048, 2049], mayNot: NO_COUNT },
    },
  ],
  ['piptrack', (o) => f.piptrack(y, o), { sampleRate }, { ...stft, ...peaks }],
  [
    'pitchShift',
    (o) => f.pitchShift(y, o),
    { sampleRate, nSteps: 1 },
    { sampleRate: rate, nSteps: { may: [-2, 0, 0.5], mayNot: finite.mayNot }, binsPerOctave },
  ],
  ['pitchTuning', (o) => f.pitchTuning([440], o), {}, { resolution: unit, binsPerOctave }],
  [
    'resample',
    (o) => f.resample(y, o),
    { origSr: 8000, targetSr: 8000 },
    { origSr: rate, targetSr: rate },
  ],
  ['rms', (o) => f.rms(y, o), {}, frames],
  [
    'shift',
    (o) => f.shift(y, o),
    { random },
    {
      maxFraction: { may: [0, 1], mayNot: [-0.1, 1.1, Number.NaN, '1'] },
      mode: { may: ['zero', 'wrap'], mayNot: ['edge', null] },
    },
  ],
  [
    'specAugment',
    (o) => f.specAugment(matrix, o),
    { random },
    {
      frequencyMasks: { may: [0, 3], mayNot: [-1, 0.5, BIG] },
      frequencyWidth: { may: [0, 3, 9999], mayNot: [-1, 0.5, BIG] },
      timeMasks: { may: [0, 3], mayNot: [-1, 0.5, BIG] },
      timeWidth: { may: [0, 3, 9999], mayNot: [-1, 0.5, BIG] },
      fill: { may: [0, -80, 'mean'], mayNot: [Number.NaN, 'median', null] },
    },
  ],
  ['spectralBandwidth', (o) => f.spectralBandwidth(y, o), { sampleRate }, { ...stft, p: positive }],
  [
    'spectralCentroid',
    (o) => f.spectralCentroid(y, o),
    { sampleRate },
    { sampleRate: rate, ...stft },
  ],
  [
    'spectralContrast',
    (o) => f.spectralContrast(y, o),
    { sampleRate },
    {
      fMin: { may: [100, 200.5], mayNot: positive.mayNot },
      nBands: { may: [1, 6], mayNot: [...NO_COUNT, 7] },
      quantile: unit,
    },
  ],
  [
    'spectralFlatness',
    (o) => f.spectralFlatness(y, o),
    {},
    { ...stft, aMin: positive, power: positive },
  ],
  [
    'spectralRolloff',
    (o) => f.spectralRolloff(y, o),
    { sampleRate },
    { ...stft, rollPercent: unit },
  ],
  ['stft', (o) => f.stft(y, o), {}, stft],
  [
    'timeStretch',
    (o) => f.timeStretch(y, o),
    { rate: 1 },
    { rate: { may: [0.5, 3], mayNot: positive.mayNot } },
  ],
  [
    'split',
    (o) => f.split(y, o),
    {},
    {
      topDb: nonNegative,
      ref: { may: [0.5, 'max'], mayNot: [Number.NaN, 'min'] },
      frameLength,
      hopLength,
    },
  ],
  [
    'trim',
    (o) => f.trim(y, o),
    {},
    {
      topDb: nonNegative,
      ref: { may: [0.5, 'max'], mayNot: [Number.NaN, 'min'] },
      frameLength,
      hopLength,
    },
  ],
  ['deemphasis', (o) => f.deemphasis(y, o), {}, emphasis],
  ['preemphasis', (o) => f.preemphasis(y, o), {}, emphasis],
  ['lpc', (o) => f.lpc(y, o), {}, { order: { may: [1, 40], mayNot: [...NO_COUNT, 3000] } }],
  [
    'pcen',
    (o) => f.pcen(matrix, o),
    { sampleRate },
    {
      sampleRate: positive,
      hopLength,
      gain: nonNegative,
      bias: nonNegative,
      power: nonNegative,
      timeConstant: positive,
      eps: positive,
      b: { may: [1e-3, 1], mayNot: [0, 1.01, Number.NaN, '1', null] },
      maxSize: { may: [1, 2, 2 ** 14], mayNot: [...NO_COUNT, 2 ** 14 + 1] },
      ref: { may: [matrix], mayNot: [{ data: new Float32Array(1), shape: [1, 1] }, null, 1] },
      zi: { may: [new Float64Array(1025)], mayNot: [new Float32Array(3), [1], null] },
      returnZf: { may: [true, false], mayNot: [1, null] },
    },
  ],
  [
    'pyin',
    (o) => f.pyin(y, o),
    { sampleRate, fMin: 100, fMax: 400 },
    {
      sampleRate: { may: [16_000], mayNot: positive.mayNot },
      fMin: { may: [65, 399], mayNot: positive.mayNot },
      fMax: { may: [101, 11_025], mayNot: [100, 11_026, Number.NaN] },
      frameLength: { may: [512, 1001], mayNot: [...NO_COUNT, 3, BIG] },
      hopLength,
      padMode,
      nThresholds: { may: [1, 1024], mayNot: [...NO_COUNT, 1025] },
      betaParameters: {
        may: [
          [1, 1],
          [1e-3, 1000],
        ],
        mayNot: [[1], [1, 2, 3], [0, 1], [1, 1001], ['1', 1], 2, null],
      },
      boltzmannParameter: { may: [1e-3, 50], mayNot: positive.mayNot },
      resolution: { may: [0.05, 1], mayNot: [0, 1e-4, 1.1, Number.NaN, '1', null] },
      maxTransitionRate: positive,
      switchProb: { may: [0, 0.5, 1], mayNot: [-0.1, 1.1, Number.NaN, '1', null] },
      noTroughProb: { may: [0, 0.5, 1], mayNot: [-0.1, 1.1, Number.NaN, '1', null] },
      fillNa: { may: [-1, null, Number.NaN], mayNot: ['0', true] },
    },
  ],
  [
    'yin',
    (o) => f.yin(y, o),
    { sampleRate, fMin: 100, fMax: 400 },
    {
      sampleRate: { may: [16_000], mayNot: positive.mayNot },
      fMin: { may: [65, 399], mayNot: positive.mayNot },
      fMax: { may: [101, 11_025], mayNot: [100, 11_026, Number.NaN] },
      troughThreshold: nonNegative,
      frameLength: { may: [512, 1001], mayNot: [...NO_COUNT, 3, BIG] },
      hopLength,
      padMode,
    },
  ],
  [
    'zeroCrossingRate',
    (o) => f.zeroCrossingRate(y, o),
    {},
    { frameLength, hopLength, threshold: nonNegative },
  ],
];

const cases = FUNCTIONS.flatMap(([name, call, needed, ranges]) =>
  Object.entries(ranges).map(([option, range]) => ({ name, call, needed, option, range })),
);

/** The functions whose errors those are that a function, or every function, hands on. */
const CALLERS: Readonly<Record<string, string>> = {
  window: 'getWindow',
  padMode: 'pad',
  'chromaCqt.hopLength': 'cqt',
  'chromaCqt.fMin': 'cqt',
  'chromaCqt.tuning': 'cqt',
  'chromaCqt.window': 'chromaCqt',
  'filters.cqToChroma.window': 'filters.cqToChroma',
  'chromaStft.ctroct': 'filters.chroma',
  'chromaStft.octwidth': 'filters.chroma',
  'estimateTuning.sampleRate': 'piptrack',
  'estimateTuning.fMin': 'piptrack',
  'estimateTuning.fMax': 'piptrack',
  'estimateTuning.threshold': 'piptrack',
  'estimateTuning.resolution': 'pitchTuning',
  'estimateTuning.binsPerOctave': 'pitchTuning',
  'inverse.melToAudio.nIter': 'griffinlim',
  'inverse.melToAudio.momentum': 'griffinlim',
  'inverse.melToAudio.random': 'griffinlim',
  'inverse.melToAudio.hopLength': 'griffinlim',
  'inverse.mfccToAudio.nIter': 'griffinlim',
  'inverse.mfccToAudio.momentum': 'griffinlim',
  'inverse.mfccToAudio.random': 'griffinlim',
  'inverse.melToAudio.fMin': 'filters.mel',
  'inverse.melToAudio.fMax': 'filters.mel',
  'inverse.melToAudio.norm': 'filters.mel',
  'inverse.melToStft.fMin': 'filters.mel',
  'inverse.melToStft.fMax': 'filters.mel',
  'inverse.melToStft.norm': 'filters.mel',
  'inverse.mfccToAudio.fMin': 'filters.mel',
  'inverse.mfccToAudio.fMax': 'filters.mel',
  'melspectrogram.fMin': 'filters.mel',
  'melspectrogram.fMax': 'filters.mel',
  'melspectrogram.nMels': 'filters.mel',
};

describe.each(cases)('$name: `$option`', ({ name, call, needed, option, range }) => {
  const caller = CALLERS[`${name}.${option}`] ?? CALLERS[option] ?? name;
  const wanted = (value: unknown): unknown => call({ ...needed, [option]: value } as never);

  test('may be what its comment says', () => {
    for (const value of range.may) expect(() => wanted(value)).not.toThrow();
  });

  test('may not be anything else', () => {
    const error = expect.objectContaining({
      name: 'FeatureError',
      code: 'bad-argument',
      message: expect.stringMatching(new RegExp(`^${caller}: \`${option}(\\[[01]\\])?\` must`)),
    });
    for (const value of range.mayNot) expect(() => wanted(value), String(value)).toThrow(error);
  });
});
