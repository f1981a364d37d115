import { describeWith, REAL_CLIPS, testWith } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import type { Part } from '../testing/case.ts';
import { golden } from '../testing/golden.ts';
import { readClip } from '../testing/read-clip.ts';
import { voice } from '../testing/voices.ts';
import { createExtractor } from './create-extractor.ts';
import { presets } from './presets.ts';

test('the presets are these', () => {
  expect(presets).toEqual({
    summary162: {
      sampleRate: 22050,
      offset: 0.6,
      duration: 2.5,
      nFft: 2048,
      hopLength: 512,
      features: [
        { kind: 'zcr' },
        { kind: 'chroma', power: 1 },
        { kind: 'mfcc', nMfcc: 20 },
        { kind: 'rms' },
        { kind: 'mel', nMels: 128 },
      ],
      statistic: 'mean',
    },
    librosa193: {
      sampleRate: 22050,
      nFft: 2048,
      hopLength: 512,
      features: [
        { kind: 'mfcc', nMfcc: 40 },
        { kind: 'chroma', power: 1 },
        { kind: 'mel', nMels: 128 },
        { kind: 'contrast' },
        { kind: 'tonnetz', harmonic: true },
      ],
      statistic: 'mean',
    },
    logMel: {
      sampleRate: 16000,
      nFft: 512,
      winLength: 400,
      hopLength: 320,
      features: [{ kind: 'logmel', nMels: 64, fMin: 50, fMax: 8000, topDb: null }],
      statistic: null,
    },
    mfccDeltas: {
      sampleRate: 16000,
      nFft: 512,
      winLength: 400,
      hopLength: 160,
      features: [{ kind: 'mfcc', nMfcc: 13, nMels: 40, deltas: 2 }],
      statistic: null,
    },
    prosody: {
      sampleRate: 16000,
      nFft: 1024,
      hopLength: 160,
      features: [{ kind: 'pitch' }, { kind: 'rms' }],
      statistic: null,
    },
    functionals: {
      sampleRate: 16000,
      nFft: 512,
      winLength: 400,
      hopLength: 160,
      level: -26,
      trim: 45,
      features: [{ kind: 'functionals' }],
    },
    egemaps: {
      sampleRate: 48000,
      nFft: 2880,
      hopLength: 480,
      center: false,
      features: [{ kind: 'egemaps' }],
    },
    egemapsLld: {
      sampleRate: 48000,
      nFft: 2880,
      hopLength: 480,
      center: false,
      features: [{ kind: 'egemapsLld' }],
      statistic: null,
    },
    voiceQuality: {
      sampleRate: 48000,
      nFft: 2048,
      hopLength: 480,
      features: [{ kind: 'voiceQuality' }],
    },
    formants: {
      sampleRate: 48000,
      nFft: 2048,
      hopLength: 480,
      features: [{ kind: 'formants' }],
      statistic: null,
    },
    pyin: {
      sampleRate: 16000,
      nFft: 1024,
      hopLength: 160,
      features: [{ kind: 'pyin' }],
      statistic: null,
    },
    kaldiFbank: {
      sampleRate: 16000,
      nFft: 400,
      hopLength: 160,
      center: false,
      features: [{ kind: 'kaldiFbank', numMelBins: 80 }],
      statistic: null,
    },
    kaldiMfcc: {
      sampleRate: 16000,
      nFft: 400,
      hopLength: 160,
      center: false,
      features: [{ kind: 'kaldiMfcc' }],
      statistic: null,
    },
  });
});

interface PresetRow extends Part {
  preset: keyof typeof presets;
  voice: string;
}

describe('the presets of a voice from a file equal librosa’s from the file', () => {
  const { rows } = golden<{ rows: PresetRow[] }>('presets');

  test.each(rows)('$preset of $voice', (row) => {
    const { shape, step, values } = row;
    const extractor = createExtractor(presets[row.preset]);
    const actual = extractor.extract(voice(row.voice));
    expect(actual.length).toBe(shape.reduce((a, b) => a * b, 1));
    const kept = Array.from(values, (_, i) => actual[i * step]);
    // Resampling differs by 2e-6 of full scale, which shows in the quietest bands.
    expect(kept).toBeAllclose(values.map(Number), { rtol: 1e-3, atol: 1e-5 });
  });

  test('each preset is there, of each voice', () => {
    const voices = ['low', 'high', 'brief'];
    // The others are no part of librosa, or have goldens of their own.
    const names = ['summary162', 'logMel', 'mfccDeltas', 'prosody'];
    expect(rows.map((row) => `${row.preset} of ${row.voice}`)).toEqual(
      voices.flatMap((name) => names.map((preset) => `${preset} of ${name}`)),
    );
  });
});

/** The tolerance in standard deviations: 0.01 is invisible to a classifier behind a scaler. */
const LIMIT = 0.01;

interface Row {
  /**
   * How far librosa's own chroma moves when soxr's rounding errors in digital silence are removed.
   */
  movedByRounding: number;
  values: number[];
}

const { rows } = golden<{ rows: Record<string, Row> }>('summary162');
const { std } = golden<{ std: number[] }>('summary162-std');
// 1e-4 is a hundredth of the limit, as chroma's deviations over RAVDESS are about 0.1.
const settled = (name: string): boolean => rows[name].movedByRounding < 1e-4;
const stable = Object.keys(rows).filter(settled);
const others = Object.keys(rows).filter((name) => !settled(name));

describeWith(REAL_CLIPS)('summary162 from the file equals librosa from the file', () => {
  const extractor = createExtractor(presets.summary162);

  type Scores = { actual: number[]; expected: number[] };

  /** A clip's values, ours and librosa's, in standard deviations. */
  const scores = (name: string, isCompared: (feature: string) => boolean): Scores => {
    const values = extractor.extract(readClip(name));
    const compared = [...std.keys()].filter((i) => isCompared(extractor.names[i]));
    return {
      actual: compared.map((i) => values[i] / std[i]),
      expected: compared.map((i) => rows[name].values[i] / std[i]),
    };
  };
  const isChroma = (feature: string): boolean => feature.startsWith('chroma');

  test.each(stable)('%s', (name) => {
    const { actual, expected } = scores(name, () => true);
    // No relative part: values are already in standard deviations.
    expect(actual).toBeAllclose(expected, { rtol: 0, atol: LIMIT });
  });

  // A frame's chroma is divided by its maximum, so in digital silence librosa's chroma is that of
  // soxr's rounding errors, 1e-13 of full scale, which no other resampler has: see PARITY.md.
  test.each(others)('%s but for its chroma', (name) => {
    const { actual, expected } = scores(name, (feature) => !isChroma(feature));
    expect(actual).toBeAllclose(expected, { rtol: 0, atol: LIMIT });
  });

  test.each(others)('the chroma of %s but for digital silence', (name) => {
    const { actual, expected } = scores(name, isChroma);
    // A standard deviation, since the chroma of digital silence is that of rounding errors.
    expect(actual).toBeAllclose(expected, { rtol: 0, atol: 1 });
  });

  test('twenty clips and more are free of that', () => {
    expect(stable.length).toBeGreaterThanOrEqual(20);
  });
});

testWith(REAL_CLIPS).each([
  ['zcr', 0.25831434],
  ['chroma_1', 0.69498986],
  ['chroma_2', 0.7547125],
  ['chroma_3', 0.75508004],
])('%s of 03-01-08-01-01-01-01 is the value that is widely known', (feature, value) => {
  const { names, extract } = createExtractor(presets.summary162);
  const values = extract(readClip('03-01-08-01-01-01-01'));
  // The digits that are known, of float32 numbers.
  expect(values[names.indexOf(feature)]).toBeAllclose(value, { rtol: 0, atol: 5e-7 });
});

test('the preset is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(presets.summary162))).toEqual(presets.summary162);
});

test('the preset names its 162 values', () => {
  const { names, shape } = createExtractor(presets.summary162);
  expect(shape).toEqual([162]);
  expect([0, 1, 12, 13, 32, 33, 34, 161].map((i) => names[i])).toEqual(
    'zcr chroma_1 chroma_12 mfcc_1 mfcc_20 rms mel_1 mel_128'.split(' '),
  );
});

test.each([
  ['summary162', [162]],
  ['librosa193', [193]],
  ['voiceQuality', [13]],
  ['formants', [-1, 10]],
  ['pyin', [-1, 3]],
  ['kaldiFbank', [-1, 80]],
  ['kaldiMfcc', [-1, 13]],
  ['logMel', [-1, 64]],
  ['mfccDeltas', [-1, 39]],
  ['prosody', [-1, 3]],
] as const)('%s has the shape that its comment says', (name, shape) => {
  expect(createExtractor(presets[name]).shape).toEqual(shape);
});

test('prosody is pitch, its certainty and energy', () => {
  expect(createExtractor(presets.prosody).names).toEqual(['f0', 'voicing', 'rms']);
});

test('the prosody of a tone is its pitch, all voiced', () => {
  const tone = Float32Array.from({ length: 8000 }, (_, i) => 0.5 * Math.sin((i * Math.PI) / 40));
  const values = createExtractor(presets.prosody).extractSamples(tone);
  const middle = values.subarray(3 * 20, 3 * 30);
  const column = (k: number): Float32Array => middle.filter((_, i) => i % 3 === k);
  // A period of 80 samples is found to a hundredth of one.
  expect(column(0)).toBeAllclose(new Float32Array(10).fill(200), { rtol: 0, atol: 0.5 });
  expect(Math.min(...column(1))).toBeGreaterThan(0.95);
});
