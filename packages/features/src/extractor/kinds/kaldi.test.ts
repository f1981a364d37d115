// The kinds `kaldiFbank` and `kaldiMfcc`: the numbers of `kaldi.fbank` and `kaldi.mfcc`, live too.
import { describe, expect, test } from 'vitest';
import { kaldi } from '../../index.ts';
import { createFrameStream } from '../../stream/create-frame-stream.ts';
import { byFrame, means } from '../../testing/kind-reference.ts';
import { signals } from '../../testing/signals.ts';
import type { Matrix } from '../../util/matrix.ts';
import { createExtractor } from '../create-extractor.ts';
import type { ExtractorConfig, FeatureConfig } from '../extractor-config.ts';

const { sentence } = signals();
const signal = { sampleRate: 16000, nFft: 400, hopLength: 160, center: false } as const;

type Kind = 'kaldiFbank' | 'kaldiMfcc';

const SHARED = {
  scale: 1,
  preemphasisCoefficient: 0.5,
  removeDcOffset: false,
  windowType: 'hamming',
  roundToPowerOfTwo: false,
  snipEdges: false,
  numMelBins: 30,
  lowFreq: 200,
  highFreq: -500,
  energyFloor: 1e12,
  rawEnergy: false,
  htkCompat: true,
};

/** A change of each option, and what else shows it. */
const CHANGES: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  kaldiFbank: { ...SHARED, useEnergy: false, useLogFbank: false, usePower: false },
  kaldiMfcc: { ...SHARED, useEnergy: false, numCeps: 20, cepstralLifter: 10 },
};

const cases = Object.entries(CHANGES).flatMap(([kind, changes]) =>
  Object.entries({ kind, ...changes, blackmanCoeff: 0.3 }).map(([option, value]) => {
    const beside = {
      useEnergy: true,
      ...(option === 'blackmanCoeff' && { windowType: 'blackman' }),
    };
    const base = { kind, ...beside } as FeatureConfig;
    return [kind as Kind, option, { ...base, [option]: value } as FeatureConfig, base] as const;
  }),
);

const framesOf = (feature: FeatureConfig): Float32Array =>
  createExtractor({ ...signal, features: [feature], statistic: null }).extractSamples(sentence);

function reference({ kind, ...options }: FeatureConfig): Matrix {
  return kaldi[kind === 'kaldiFbank' ? 'fbank' : 'mfcc'](sentence, options as never);
}

/** The frames of a live signal in chunks. */
function streamed(config: ExtractorConfig, sampleRate = config.sampleRate): Float32Array {
  const stream = createFrameStream(config, { sampleRate });
  const frame = new Float32Array(stream.names.length);
  const values: number[] = [];
  for (let at = 0; at <= sentence.length; at += 333) {
    stream.push(sentence.subarray(at, at + 333));
    while (stream.pull(frame)) values.push(...frame);
  }
  stream.end();
  while (stream.pull(frame)) values.push(...frame);
  return Float32Array.from(values);
}

describe.each(cases)('%s, with another %s', (_, option, feature, base) => {
  test('the function’s numbers, bit for bit', () => {
    expect(framesOf(feature)).toEqual(byFrame(reference(feature)));
    if (option !== 'kind') expect(framesOf(feature)).not.toEqual(framesOf(base));
  });

  test('their means', () => {
    const { extractSamples } = createExtractor({ ...signal, features: [feature] });
    // Sums in float64.
    expect(extractSamples(sentence)).toEqual(Float32Array.from(means(reference(feature))));
  });

  test('the same live, or an error', () => {
    const config = { ...signal, features: [feature], statistic: null };
    if (option === 'snipEdges') {
      const error = 'createFrameStream: `features[0].snipEdges` must be true, got false';
      expect(() => createFrameStream(config)).toThrow(error);
    } else {
      expect(streamed(config)).toEqual(framesOf(feature));
    }
  });
});

test('frames follow the rate, the length of a frame and the hop', () => {
  const own = { sampleRate: 24000, nFft: 600, hopLength: 300 };
  const features = [{ kind: 'kaldiFbank' }, { kind: 'kaldiMfcc' }] as const;
  const config = { ...signal, ...own, features, statistic: null };
  const framing = { sampleRate: 24000, frameLength: 25, frameShift: 12.5 };
  const [bands, cepstra] = [kaldi.fbank(sentence, framing), kaldi.mfcc(sentence, framing)];
  const all = { data: Float32Array.of(...bands.data, ...cepstra.data), shape: [36, 19] } as const;
  expect(createExtractor(config).extractSamples(sentence)).toEqual(byFrame(all));
  expect(streamed(config)).toEqual(byFrame(all));
});

test('live at 44.1 kHz', () => {
  const config = { ...signal, features: [{ kind: 'kaldiFbank' }], statistic: null } as const;
  const audio = { samples: sentence, sampleRate: 44100 };
  expect(streamed(config, 44100)).toEqual(createExtractor(config).extract(audio));
});

test('names', () => {
  const names = (feature: object): readonly string[] =>
    createExtractor({ ...signal, features: [feature as FeatureConfig] }).names;
  const bands = ['kaldiFbank_1', 'kaldiFbank_2', 'kaldiFbank_3'];
  const fbank = { kind: 'kaldiFbank', numMelBins: 3 };
  expect(names(fbank)).toEqual(bands);
  expect(names({ ...fbank, useEnergy: true })).toEqual(['kaldiFbank_energy', ...bands]);
  const energyLast = { ...fbank, useEnergy: true, htkCompat: true };
  expect(names(energyLast)).toEqual([...bands, 'kaldiFbank_energy']);
  expect(names({ kind: 'kaldiFbank' }).length).toBe(23);

  const mfcc = { kind: 'kaldiMfcc', numCeps: 3 };
  const rest = ['kaldiMfcc_2', 'kaldiMfcc_3'];
  expect(names(mfcc)).toEqual(['kaldiMfcc_energy', ...rest]);
  expect(names({ ...mfcc, useEnergy: false })).toEqual(['kaldiMfcc_1', ...rest]);
  expect(names({ ...mfcc, htkCompat: true })).toEqual([...rest, 'kaldiMfcc_energy']);
  expect(names({ kind: 'kaldiMfcc' }).length).toBe(13);
});

test.each(['kaldiFbank', 'kaldiMfcc'])('%s refuses a signal of other frames', (kind) => {
  const call = (change: object): unknown =>
    createExtractor({ ...signal, ...change, features: [{ kind }] } as ExtractorConfig);
  const fit = `createExtractor: \`features[0]\` must fit the rest: ${kind}:`;
  expect(() => call({ center: undefined })).toThrow(`${fit} \`center\` must be false`);
  expect(() => call({ center: true })).toThrow(`${fit} \`center\` must be false`);
  expect(() => call({ nFft: 512, winLength: 400 })).toThrow(
    `${fit} \`winLength\` must be nFft=512`,
  );
  expect(() => call({ nFft: 1 })).toThrow(`${fit} \`nFft\` must be at least 2`);
});

test('features that differ in the number of frames do not stand beside each other', () => {
  const features = [{ kind: 'rms' }, { kind: 'kaldiFbank', snipEdges: false }] as const;
  const { extractSamples } = createExtractor({ ...signal, features, statistic: null });
  expect(() => extractSamples(sentence)).toThrow(
    'extract: `features` must be of as many frames for each (rms and kaldiFbank differ; ' +
      "take an extractor for each), got '36 and 38'",
  );
  const { shape } = createExtractor({ ...signal, features });
  expect(shape).toEqual([24]);
});
