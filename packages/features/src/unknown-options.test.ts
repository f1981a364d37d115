// Every public function refuses an option that it does not know.
import { describe, expect, test } from 'vitest';
import * as features from './index.ts';
import * as node from './node/index.ts';

const y = Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i / 5) / 2);
const sampleRate = 22050;
const audio = { samples: y, sampleRate };
const random = (): number => 0.5;
const spectrum = features.stft(y);
const magnitudes = { data: spectrum.real.map(Math.abs), shape: spectrum.shape };
const small = { data: new Float32Array(36).fill(0.1), shape: [9, 4] };
const certain: features.Matrix = { data: Float32Array.of(1), shape: [1, 1] };
const config = { sampleRate, features: [{ kind: 'rms' }] };
const variant = { name: 'late', steps: [{ kind: 'shift' }] };
const f = features as unknown as Record<string, (...args: unknown[]) => unknown>;
const decompose = features.decompose as unknown as Record<string, (...args: unknown[]) => unknown>;
const channels = features.channels as unknown as Record<string, (...args: unknown[]) => unknown>;
const kaldi = features.kaldi as unknown as Record<
  string,
  (samples: unknown, options: unknown) => unknown
>;
const inverse = features.inverse as unknown as Record<string, (...args: unknown[]) => unknown>;
const filters = features.filters as unknown as Record<string, (options: unknown) => unknown>;
const praat = features.praat as unknown as Record<string, (...args: unknown[]) => unknown>;
const pulses = features.praat.pulses(y, { sampleRate });

/** A call with the given options, and options that are valid; required where there must be some. */
interface Call {
  readonly call: (options: unknown) => unknown;
  readonly valid: object;
  readonly required?: true;
}
const needed = (name: string, first: unknown, valid: object): [string, Call] => [
  name,
  { call: (options) => f[name](first, options), valid, required: true },
];
const optional = (name: string, first: unknown, valid: object): [string, Call] => [
  name,
  { call: (options) => f[name](first, options), valid },
];

const ofPraat = (name: string, first: readonly unknown[], valid: object): [string, Call] => [
  `praat.${name}`,
  { call: (options) => praat[name](...first, options), valid, required: true },
];
const joint = (name: string, list: unknown, valid: object, required?: true): [string, Call] => [
  `channels.${name}`,
  { call: (options) => channels[name](list, options), valid, ...(required && { required }) },
];

const CALLS: readonly [name: string, Call][] = [
  needed('addNoise', y, { random }),
  optional('amplitudeToDb', magnitudes, { topDb: 60 }),
  [
    'applyVariant',
    {
      call: (options) => f.applyVariant(y, variant, options),
      valid: { sampleRate, random },
      required: true,
    },
  ],
  needed('bandLimit', audio, { sampleRate: 8000 }),
  needed('chromaCens', y, { sampleRate }),
  needed('chromaCqt', y, { sampleRate }),
  needed('chromaStft', y, { sampleRate }),
  needed('cqt', y, { sampleRate }),
  joint('amplitudeToDb', [magnitudes], { topDb: 60 }),
  joint('chromaStft', [y], { sampleRate }, true),
  joint('estimateTuning', [y], { sampleRate }, true),
  joint('mfcc', [y], { sampleRate }, true),
  joint('powerToDb', [magnitudes], { topDb: 60 }),
  joint('spectralContrast', [y], { sampleRate }, true),
  joint('split', [y], { topDb: 20 }),
  joint('trim', [y], { topDb: 20 }),
  ['createExtractor', { call: f.createExtractor, valid: config, required: true }],
  [
    'createFrameStream',
    { call: f.createFrameStream, valid: { ...config, statistic: null }, required: true },
  ],
  [
    'changeAudio',
    {
      call: (options) => f.changeAudio(audio, variant, options),
      valid: { random },
      required: true,
    },
  ],
  [
    'decompose.hpss',
    { call: (options) => decompose.hpss(magnitudes, options), valid: { margin: 2 } },
  ],
  optional('autocorrelate', y, { maxSize: 10 }),
  optional('aWeighting', [100], { minDb: -20 }),
  optional('deemphasis', y, { coef: 0.5 }),
  optional('delta', magnitudes.data, { width: 3 }),
  needed('egemaps', y, { sampleRate }),
  needed('egemapsLld', y, { sampleRate }),
  needed('estimateTuning', y, { sampleRate }),
  [
    'extractVariant',
    {
      call: (options) => f.extractVariant(f.createExtractor(config), audio, variant, options),
      valid: { random },
      required: true,
    },
  ],
  ['filters.cqToChroma', { call: filters.cqToChroma, valid: { nInput: 84 }, required: true }],
  ['filters.chroma', { call: filters.chroma, valid: { sampleRate, nFft: 512 }, required: true }],
  ['filters.mel', { call: filters.mel, valid: { sampleRate, nFft: 2048 }, required: true }],
  ['fftFrequencies', { call: f.fftFrequencies, valid: { sampleRate }, required: true }],
  needed('framesToTime', 3, { sampleRate }),
  needed('gain', audio, { random, db: 3 }),
  optional('griffinlim', small, { nIter: 1 }),
  optional('harmonic', y, { kernelSize: 9 }),
  optional('hpss', y, { kernelSize: 9 }),
  needed('hybridCqt', y, { sampleRate }),
  optional('hzToMel', 440, { htk: true }),
  [
    'inverse.melToAudio',
    {
      call: (options) => inverse.melToAudio(small, options),
      valid: { sampleRate, nIter: 1 },
      required: true,
    },
  ],
  [
    'inverse.melToStft',
    {
      call: (options) => inverse.melToStft(small, options),
      valid: { sampleRate, nFft: 512 },
      required: true,
    },
  ],
  [
    'inverse.mfccToAudio',
    {
      call: (options) => inverse.mfccToAudio(small, options),
      valid: { sampleRate, nIter: 1 },
      required: true,
    },
  ],
  [
    'inverse.mfccToMel',
    { call: (options) => inverse.mfccToMel(small, options), valid: { nMels: 20 } },
  ],
  optional('istft', spectrum, { length: 4000 }),
  needed('lpc', y, { order: 2 }),
  ['kaldi.fbank', { call: (options) => kaldi.fbank(y, options), valid: { numMelBins: 40 } }],
  ['kaldi.mfcc', { call: (options) => kaldi.mfcc(y, options), valid: { numCeps: 5 } }],
  optional('melFrequencies', 10, { fMin: 20 }),
  optional('melToHz', 5, { htk: true }),
  needed('middle', audio, { seconds: 0.1 }),
  needed('melspectrogram', y, { sampleRate, nMels: 20 }),
  needed('mfcc', y, { sampleRate, nMfcc: 13 }),
  ['parseExtractorConfig', { call: f.parseExtractorConfig, valid: config, required: true }],
  [
    'parseVariantConfigs',
    { call: (options) => f.parseVariantConfigs([options]), valid: variant, required: true },
  ],
  needed('noise', audio, { random, snrDb: 20 }),
  optional('percussive', y, { kernelSize: 9 }),
  needed('pcen', magnitudes, { sampleRate }),
  optional('noteToHz', 'C2', { roundMidi: true }),
  optional('noteToMidi', 'C2', { roundMidi: true }),
  [
    'perceptualWeighting',
    {
      call: (options) =>
        f.perceptualWeighting(magnitudes, features.fftFrequencies({ sampleRate }), options),
      valid: { topDb: 60 },
    },
  ],
  needed('phaseVocoder', spectrum, { rate: 2 }),
  needed('piptrack', y, { sampleRate }),
  needed('pseudoCqt', y, { sampleRate }),
  needed('pitchShift', y, { sampleRate, nSteps: 2 }),
  needed('pitchTrack', y, { sampleRate, fMin: 65, fMax: 600 }),
  optional('pitchTuning', [440], { resolution: 0.1 }),
  optional('powerToDb', magnitudes, { topDb: 60 }),
  optional('preemphasis', y, { coef: 0.5 }),
  needed('polyFeatures', y, { sampleRate }),
  needed('pyin', y, { sampleRate, fMin: 65, fMax: 600 }),
  ofPraat('formants', [y], { sampleRate }),
  ofPraat('harmonicity', [y], { sampleRate }),
  ['praat.jitter', { call: (options) => praat.jitter(pulses, options), valid: {} }],
  ofPraat('pitch', [y], { sampleRate }),
  ofPraat('pulses', [y], { sampleRate }),
  ofPraat('voiceReport', [y], { sampleRate }),
  ofPraat('shimmer', [y, pulses], { sampleRate }),
  needed('resample', y, { origSr: 22050, targetSr: 16000 }),
  optional('rms', y, { hopLength: 100 }),
  needed('room', audio, { random, rt60: 0.1 }),
  [
    'sequence.viterbi',
    {
      call: (options) => features.sequence.viterbi(certain, certain, options as never),
      valid: { returnLogp: true },
    },
  ],
  needed('shift', y, { random }),
  needed('specAugment', magnitudes, { random }),
  needed('speed', audio, { rate: 1.1 }),
  needed('spectralBandwidth', y, { sampleRate }),
  needed('spectralCentroid', y, { sampleRate }),
  needed('spectralContrast', y, { sampleRate }),
  optional('spectralFlatness', y, { power: 1 }),
  needed('spectralRolloff', y, { sampleRate }),
  optional('split', y, { topDb: 20 }),
  optional('stft', y, { nFft: 512 }),
  needed('timeToFrames', 1, { sampleRate }),
  needed('tonnetz', y, { sampleRate }),
  needed('timeStretch', y, { rate: 2 }),
  optional('trim', y, { topDb: 20 }),
  needed('vqt', y, { sampleRate }),
  needed('yin', y, { sampleRate, fMin: 65, fMax: 600 }),
  optional('zeroCrossingRate', y, { hopLength: 100 }),
  [
    'extractAll',
    { call: (options) => node.extractAll([], config as never, options as never), valid: {} },
  ],
];

const WITHOUT_OPTIONS = [
  'FeatureError',
  'channels.each',
  'egemapsLldNames',
  'egemapsNames',
  'getWindow',
  'hzToMidi',
  'midiToHz',
];

test('every public function is here', () => {
  const { channels, decompose, filters, inverse, kaldi, praat, sequence } = features;
  const all = {
    ...features,
    ...prefixed({ channels, decompose, filters, inverse, kaldi, praat, sequence }),
    ...node,
  };
  const functions = Object.entries(all).filter(([, value]) => typeof value === 'function');
  const here = [...CALLS.map(([name]) => name), ...WITHOUT_OPTIONS];
  expect(here.sort()).toEqual(functions.map(([name]) => name).sort());
});

/** The functions of namespaces, as `filters.mel`. */
const prefixed = (namespaces: object): object =>
  Object.fromEntries(
    Object.entries(namespaces).flatMap(([space, names]) =>
      Object.entries(names).map(([name, value]) => [`${space}.${name}`, value]),
    ),
  );

const typed = expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' });

describe.each(CALLS)('%s', (_, { call, valid, required }) => {
  test('takes the options that it knows', () => {
    expect(() => call(valid)).not.toThrow();
  });

  test.each(['loudness', 'constructor', '__proto__'])('refuses %s', (name) => {
    const options = Object.defineProperty({ ...valid }, name, { value: 1, enumerable: true });
    expect(() => call(options)).toThrow(typed);
    expect(() => call(options)).toThrow(name);
  });

  test.each([null, 7, 'fast', []])('refuses %o in place of options', (options) => {
    expect(() => call(options)).toThrow(typed);
  });

  test(required ? 'refuses to be called without options' : 'needs no options', () => {
    if (required) expect(() => call(undefined)).toThrow(typed);
    else expect(() => call(undefined)).not.toThrow();
  });
});

test.each([
  ['n_mfcc', 'nMfcc'],
  ['hop_length', 'hopLength'],
  ['hoplength', 'hopLength'],
  ['sr', 'sampleRate'],
  ['fs', 'sampleRate'],
  ['fmin', 'fMin'],
  ['n_mel', 'nMels'],
])('%s probably meant %s', (name, meant) => {
  const options = { sampleRate, [name]: 1 };
  expect(() => f.mfcc(y, options)).toThrow(`got ${name} (did you mean \`${meant}\`?)`);
});

test('`sr` alone is an option that is not known', () => {
  expect(() => f.mfcc(y, { sr: 22050 })).toThrow('did you mean `sampleRate`?');
});

test('a hint is of the option that is named', () => {
  expect(() => f.mfcc(y, { loudness: 1, sr: 22050 })).toThrow(/got loudness$/);
});

test('mfcc without options says what it takes', () => {
  expect(() => f.mfcc(y)).toThrow(
    /mfcc: `options` must be an object of .*sampleRate.*, got undefined/,
  );
});
