// Every option of every kind of feature changes the values as the public functions do, in frames,
// in means and live.
import { describe, expect, test } from 'vitest';
import { createFrameStream } from '../stream/create-frame-stream.ts';
import { byFrame, kindReference, type LibrosaFeature, means } from '../testing/kind-reference.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';
import type { ExtractorConfig, FeatureConfig } from './extractor-config.ts';
import * as kinds from './kinds/index.ts';

// Loud at both ends, so that padding shows; asymmetric.
const { sentence } = signals();
const signal = { sampleRate: 22050, nFft: 1024, hopLength: 300 } as const;

const MEL = { fMin: 300, fMax: 5000, htk: true };
const DELTAS = { topDb: 15, deltas: 1, deltaWidth: 5 } as const;

/** A kind, what all of its rows here have, what live ones need, and a change of every option. */
interface Row {
  readonly base?: object;
  readonly live?: object;
  readonly changes: Readonly<Record<string, unknown>>;
}

const ROWS: Readonly<Record<LibrosaFeature['kind'], Row>> = {
  bandwidth: { changes: {} },
  centroid: { changes: {} },
  chroma: {
    live: { tuning: 0.1 },
    changes: { power: 1, tuning: 0.3, nChroma: 24, ctroct: 4, octwidth: null, baseC: false },
  },
  contrast: { changes: { fMin: 150, nBands: 4, quantile: 0.2, linear: true } },
  flatness: { changes: {} },
  logmel: {
    // Derivatives, so that their width shows.
    base: { deltas: 2, nMels: 40 },
    live: { topDb: null, deltas: 0 },
    changes: { nMels: 30, ...MEL, norm: null, ...DELTAS },
  },
  mel: { base: { nMels: 40 }, changes: { power: 1, nMels: 30, ...MEL, norm: 1 } },
  mfcc: {
    base: { deltas: 2, nMels: 40 },
    live: { topDb: null, deltas: 0 },
    changes: {
      nMfcc: 13,
      dctType: 3,
      norm: null,
      lifter: 22,
      nMels: 30,
      ...MEL,
      melNorm: null,
      ...DELTAS,
    },
  },
  pcen: {
    base: { nMels: 40 },
    changes: {
      melPower: 2,
      scale: 1000,
      nMels: 30,
      ...MEL,
      norm: null,
      gain: 0.5,
      bias: 10,
      power: 0.25,
      timeConstant: 0.06,
      // As loud as the bands are.
      eps: 1e6,
      maxSize: 3,
    },
  },
  pitch: { changes: { fMin: 150, fMax: 130, troughThreshold: 0.9 } },
  pyin: {
    // Two periods are searched, so that several troughs are below thresholds.
    base: { fMin: 40, switchProb: 0.3 },
    changes: {
      fMin: 100,
      fMax: 130,
      fillNa: null,
      nThresholds: 20,
      betaParameters: [1.5, 6],
      boltzmannParameter: 0.1,
      resolution: 0.3,
      maxTransitionRate: 1,
      switchProb: 0.9,
      noTroughProb: 0.5,
    },
  },
  rms: { changes: {} },
  rolloff: { changes: {} },
  zcr: { changes: { threshold: 0.05 } },
};

const entries = Object.entries(ROWS).map(([kind, row]) => {
  const plain = { kind, ...row.base } as LibrosaFeature;
  const changed = Object.entries(row.changes).map(
    ([name, value]) => [name, { ...plain, [name]: value } as LibrosaFeature] as const,
  );
  return { kind, row, plain, changed };
});

/** The frames of a clip. */
const framesOf = (feature: FeatureConfig, change: Partial<ExtractorConfig> = {}): Float32Array =>
  createExtractor({ ...signal, ...change, features: [feature], statistic: null }).extractSamples(
    sentence,
  );

/** Close enough for sums in another order, of any size. */
const near = (expected: ArrayLike<number>): { rtol: number; atol: number } => ({
  rtol: 1e-5,
  atol: 1e-5 * Array.from(expected).reduce((a, b) => Math.max(a, Math.abs(b)), 0),
});

function expectReference(feature: LibrosaFeature, change: Partial<ExtractorConfig> = {}): void {
  const config = { ...signal, ...change, features: [feature] };
  const reference = kindReference(sentence, config, feature);
  const frames = byFrame(reference);
  expect(framesOf(feature, change)).toBeAllclose(frames, near(frames));
  const expected = means(reference);
  expect(createExtractor(config).extractSamples(sentence)).toBeAllclose(expected, near(expected));
}

/** The frames of a live signal. */
function streamed(feature: FeatureConfig, change: Partial<ExtractorConfig> = {}): Float32Array {
  const config = { ...signal, ...change, features: [feature], statistic: null };
  const stream = createFrameStream(config);
  const frame = new Float32Array(stream.names.length);
  const values: number[] = [];
  const pull = (): void => {
    while (stream.pull(frame)) values.push(...frame);
  };
  stream.push(sentence.subarray(0, 2500));
  pull();
  stream.push(sentence.subarray(2500));
  stream.end();
  pull();
  return Float32Array.from(values);
}

/** They need another signal, and have goldens of their own, beside each kind. */
const NOT_LIBROSA = [
  'chromaCqt',
  'egemaps',
  'egemapsLld',
  'formants',
  'functionals',
  'kaldiFbank',
  'kaldiMfcc',
  'lld',
  'tonnetz',
  'voiceQuality',
];

test('every kind and every option is here', () => {
  const librosas = Object.values(kinds).filter(({ kind }) => !NOT_LIBROSA.includes(kind));
  const listed = librosas.map(({ kind, checks }) => [kind, Object.keys(checks).sort()]);
  const here = entries.map(({ kind, row }) => [kind, Object.keys(row.changes).sort()]);
  expect(here).toEqual(listed);
});

describe.each(entries)('$kind', ({ kind, row, plain, changed }) => {
  test('by its defaults', () => {
    expectReference({ kind } as LibrosaFeature);
    expectReference(plain);
  });

  test.each(changed)('with another %s', (_, feature) => {
    expectReference(feature);
    expect(framesOf(feature)).not.toEqual(framesOf(plain));
  });

  test.each<[string, Partial<ExtractorConfig>]>([
    ['rate', { sampleRate: 24000 }],
    ['transform', { nFft: 2048 }],
    ['odd transform', { nFft: 1001 }],
    ['hop', { hopLength: 210 }],
    // 512 whatever the transform is.
    ['hop, that of the default', { hopLength: undefined }],
    ['window', { window: 'boxcar' }],
    ['length of its window', { winLength: 600 }],
    ['centre', { center: false }],
    ['padding', { padMode: 'reflect' }],
  ])('with another %s', (_, change) => {
    expectReference(plain, change);
  });

  test('with the defaults of frames', () => {
    const config = { sampleRate: 22050, features: [plain], statistic: null } as const;
    const expected = byFrame(kindReference(sentence, config, plain));
    const values = createExtractor(config).extractSamples(sentence);
    expect(values).toBeAllclose(expected, near(expected));
  });

  const whole = ['topDb', 'deltas', 'deltaWidth'];
  const live = { ...plain, ...row.live } as LibrosaFeature;
  const lives = changed
    .filter(([name]) => !whole.includes(name))
    .map(([name, feature]) => {
      const wanted = { ...feature, ...row.live, [name]: row.changes[name] };
      return [name, wanted as LibrosaFeature] as const;
    });

  if (!Object.values(kinds).some((each) => each.kind === kind && each.live)) return;

  test.each([['nothing', live] as const, ...lives])('live, with another: %s', (_, feature) => {
    expect(streamed(feature)).toEqual(framesOf(feature));
  });

  test.each<[string, Partial<ExtractorConfig>]>([
    ['rate', { sampleRate: 24000 }],
    ['window', { window: 'boxcar' }],
    ['length of its window', { winLength: 600 }],
    ['hop', { hopLength: 256 }],
    ['centre', { center: false }],
  ])('live, with another %s', (_, change) => {
    expect(streamed(live, change)).toEqual(framesOf(live, change));
  });
});

test('the values of each kind have these names', () => {
  const names = entries.map(({ kind }) => {
    const all = createExtractor({ ...signal, features: [{ kind } as FeatureConfig] }).names;
    return [kind, all.length, all[0], all.at(-1)];
  });
  expect(names).toEqual([
    ['bandwidth', 1, 'bandwidth', 'bandwidth'],
    ['centroid', 1, 'centroid', 'centroid'],
    ['chroma', 12, 'chroma_1', 'chroma_12'],
    ['contrast', 7, 'contrast_1', 'contrast_7'],
    ['flatness', 1, 'flatness', 'flatness'],
    ['logmel', 128, 'logmel_1', 'logmel_128'],
    ['mel', 128, 'mel_1', 'mel_128'],
    ['mfcc', 20, 'mfcc_1', 'mfcc_20'],
    ['pcen', 128, 'pcen_1', 'pcen_128'],
    ['pitch', 2, 'f0', 'voicing'],
    ['pyin', 3, 'pyin_f0', 'pyin_voicedProbability'],
    ['rms', 1, 'rms', 'rms'],
    ['rolloff', 1, 'rolloff', 'rolloff'],
    ['zcr', 1, 'zcr', 'zcr'],
  ]);
});

test('no two kinds have a name in common, so that an extractor may have them both', () => {
  const names = Object.values(kinds).flatMap((each) => each.names({ kind: each.kind } as never));
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

test('derivatives have names of their own', () => {
  const features: FeatureConfig[] = [
    { kind: 'logmel', nMels: 2, deltas: 2 },
    { kind: 'mfcc', nMfcc: 1, deltas: 1 },
  ];
  expect(createExtractor({ ...signal, features }).names).toEqual(
    (
      'logmel_1 logmel_2 logmel_delta_1 logmel_delta_2 logmel_delta2_1 logmel_delta2_2 ' +
      'mfcc_1 mfcc_delta_1'
    ).split(' '),
  );
});
