import { describe, expect, test } from 'vitest';
import * as f from '../index.ts';
import { answer, type Case, titleOf } from '../testing/case.ts';
import { golden } from '../testing/golden.ts';
import { signals } from '../testing/signals.ts';
import * as voices from '../testing/voices.ts';

const { cases } = golden<{ cases: Case[] }>('cqt');
const known = signals();

/** Parts of an array's greatest value. */
const TOLERANCE = 3e-5;

/**
 * Cases that are followed less closely. librosa's filters are of float32, and where they are
 * thousands of samples long, its rounding errors decide which of their smallest values are left out.
 * The others begin at once, and the resampler's first samples are not soxr's; a frame of the chirp's
 * chroma holds little else.
 */
const LOOSER: Readonly<Record<string, number>> = {
  'pseudo_cqt of breath {"sampleRate":22050,"binsPerOctave":24}': 1e-3,
  'chroma_cqt of chirp {"sampleRate":22050}': 5e-4,
  'cqt of one {"sampleRate":22050}': 3e-4,
  'hybrid_cqt of short {"sampleRate":22050}': 1e-4,
};

test.each(cases.map((each) => [titleOf(each), each] as const))('librosa: %s', (title, expected) => {
  const samples = known[expected.signal] ?? voices.firstSeconds(expected.signal);
  const arrays = answer(expected, samples);
  expected.parts.forEach(({ values, max }, i) => {
    const atol = (LOOSER[title] ?? TOLERANCE) * max;
    expect(arrays[i]).toBeAllclose(values.map(Number), { rtol: 0, atol });
  });
});

describe('librosa’s goldens', () => {
  test('know the cases that are followed less closely', () => {
    expect(cases.map(titleOf)).toEqual(expect.arrayContaining(Object.keys(LOOSER)));
  });
});

const { voice, sentence } = known;
const sampleRate = 22050;

describe('the defaults are these', () => {
  const transform = {
    hopLength: 512,
    fMin: 440 * 2 ** (-45 / 12),
    nBins: 84,
    binsPerOctave: 12,
    tuning: 0,
    filterScale: 1,
    norm: 1,
    sparsity: 0.01,
    window: 'hann',
    scale: true,
    padMode: 'constant',
  } as const;
  const chroma = {
    hopLength: 512,
    fMin: 440 * 2 ** (-45 / 12),
    norm: Number.POSITIVE_INFINITY,
    threshold: 0,
    tuning: null,
    nChroma: 12,
    nOctaves: 7,
    window: null,
    binsPerOctave: 36,
    cqtMode: 'full',
  } as const;

  test.each([
    ['cqt', f.cqt, transform],
    ['vqt', f.vqt, { ...transform, intervals: 'equal', gamma: null }],
    ['pseudoCqt', f.pseudoCqt, transform],
    ['hybridCqt', f.hybridCqt, transform],
    ['chromaCqt', f.chromaCqt, chroma],
    [
      'chromaCens',
      f.chromaCens,
      { ...chroma, threshold: undefined, norm: 2, winLenSmooth: 41, smoothingWindow: 'hann' },
    ],
    ['tonnetz', f.tonnetz, chroma],
  ] as const)('%s', (_, call, defaults) => {
    const { threshold, ...others } = { threshold: undefined, ...defaults };
    const options = threshold === undefined ? others : { ...others, threshold };
    const compute = call as (y: Float32Array, options: object) => unknown;
    expect(compute(sentence, { sampleRate, ...options })).toEqual(
      compute(sentence, { sampleRate }),
    );
  });
});

test.each([16_000, 22_050, 48_000])('a tone is in its bin, at %i Hz', (rate) => {
  // A4 is bin 45 of those from C1 up.
  const tone = Float32Array.from({ length: rate }, (_, i) =>
    Math.sin((2 * Math.PI * 440 * i) / rate),
  );
  const { real, imag, shape } = f.cqt(tone, { sampleRate: rate });
  const [, frames] = shape;
  const middle = Math.floor(frames / 2);
  const levels = Array.from({ length: 84 }, (_, bin) =>
    Math.hypot(real[bin * frames + middle], imag[bin * frames + middle]),
  );
  expect(levels.indexOf(Math.max(...levels))).toBe(45);
});

test('the transform of silence is zero, of one sample and of many', () => {
  for (const length of [1, 5000]) {
    const { real, imag, shape } = f.cqt(new Float32Array(length), { sampleRate });
    expect(shape).toEqual([84, 1 + Math.floor(length / 512)]);
    expect([...real, ...imag].every((value) => value === 0)).toBe(true);
  }
});

test('the frames of a hop that 2 does not divide are those of the whole rate', () => {
  const { shape } = f.cqt(sentence, { sampleRate, hopLength: 441, nBins: 24, fMin: 200 });
  expect(shape).toEqual([24, 1 + Math.floor(sentence.length / 441)]);
});

test('float64 samples give what float32 give', () => {
  const expected = f.cqt(voice, { sampleRate });
  const { real } = f.cqt(Float64Array.from(voice), { sampleRate });
  expect(real).toEqual(expected.real);
});

test('a chromagram is that of the transform that it is given', () => {
  const { real, imag, shape } = f.cqt(sentence, { sampleRate, nBins: 252, binsPerOctave: 36 });
  const data = real.map((re, i) => Math.sqrt(re * re + imag[i] * imag[i]));
  const expected = f.chromaCqt(sentence, { sampleRate, tuning: 0 });
  // Squares in float64 here.
  expect(f.chromaCqt({ data, shape }, { sampleRate }).data).toBeAllclose(expected.data, {
    rtol: 1e-6,
    atol: 0,
  });
});
