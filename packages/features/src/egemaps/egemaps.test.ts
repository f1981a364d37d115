import { describeWith, REAL_CLIPS, seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { FeatureError } from '../feature-error.ts';
import type { Samples } from '../samples.ts';
import { golden } from '../testing/golden.ts';
import { readClip } from '../testing/read-clip.ts';
import { voice } from '../testing/voices.ts';
import { egemaps, egemapsLld } from './egemaps.ts';
import { egemapsLldNames, egemapsNames } from './names.ts';

interface Row {
  clip: string;
  sampleRate: number;
  frames: number;
  step: number;
  lld: number[][];
  functionals: number[];
}

const { rows, real, names, lldNames } = golden<{
  names: string[];
  lldNames: string[];
  rows: Row[];
  real: { clip: string; functionals: number[] }[];
}>('egemaps');

/** The clips of tools/parity/egemaps_goldens.py, by the same formulas. */
function samplesOf({ clip, sampleRate }: Row): Samples {
  const every = (name: string, step: number): Float32Array =>
    Float32Array.from(voice(name).samples.filter((_, i) => i % step === 0));
  const random = seeded(21);
  const low = every('low', 3);
  const others: Record<string, Float32Array> = {
    silence: new Float32Array(8000),
    constant: new Float32Array(8000).fill(0.25),
    unvoiced: Float32Array.from({ length: 16000 }, () => 0.1 * (2 * random() - 1)),
    '60 ms': low.subarray(5000, 5960),
    '75 ms': low.subarray(5000, 6200),
    '200 ms': low.subarray(5000, 8200),
  };
  const [name] = clip.split(' ');
  if (clip in others) return others[clip];
  return every(name, Math.floor(48_000 / sampleRate));
}

/** How many of the descriptors are of the spectrum. */
const SPECTRAL = 10;

/** The functionals of loudness, of the spectrum and of the level need no voice. */
const NO_VOICE = names.flatMap((name, i) =>
  /^(loudness|spectralFlux_|mfcc._sma|equivalent)/.test(name) ? [i] : [],
);

test('names and their order are openSMILE’s', () => {
  expect(egemapsNames()).toEqual(names);
  expect(egemapsLldNames()).toEqual(lldNames);
});

describe.each(rows)('$clip', (row) => {
  const { sampleRate, frames, step, lld, functionals } = row;
  const samples = samplesOf(row);
  const matrix = egemapsLld(samples, { sampleRate });
  const values = egemaps(samples, { sampleRate });
  const kept = (descriptor: number): number[] =>
    lld.map((_, i) => matrix.data[descriptor * frames + i * step]);

  test('has as many frames', () => {
    expect(matrix.shape).toEqual([25, frames]);
  });

  test.each(lldNames.slice(0, SPECTRAL).map((name, i) => [name, i] as const))('%s', (_, i) => {
    // Sums of the same terms in float32; logarithms of bins near silence tell their last bits.
    expect(kept(i)).toBeAllclose(
      lld.map((frame) => frame[i]),
      { rtol: 1e-4, atol: 2e-4 },
    );
  });

  test('functionals that need no voice', () => {
    expect(NO_VOICE.map((i) => values[i])).toBeAllclose(
      NO_VOICE.map((i) => functionals[i]),
      { rtol: 1e-3, atol: 1e-4 },
    );
  });
});

describeWith(REAL_CLIPS)('over clips of RAVDESS', () => {
  const extracted = (): Float32Array[] =>
    real.map(({ clip }) => {
      const { samples, sampleRate } = readClip(clip);
      return egemaps(samples, { sampleRate });
    });

  test('what needs no voice is openSMILE’s', () => {
    const found = extracted();
    for (const i of NO_VOICE) {
      const actual = found.map((values) => values[i]);
      const expected = real.map(({ functionals }) => functionals[i]);
      // A contour turns elsewhere in one of a hundred clips.
      if (!/Slope|Peaks/.test(names[i])) {
        expect(actual).toBeAllclose(expected, { rtol: 2e-4, atol: 1e-5 });
      }
      expect(correlation(actual, expected)).toBeGreaterThan(0.99);
    }
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = (values: readonly number[]): number[] => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const dot = (x: number[], y: number[]): number => x.reduce((sum, v, i) => sum + v * y[i], 0);
  const [x, y] = [centred(a), centred(b)];
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

describe.each([
  ['egemaps', egemaps],
  ['egemapsLld', egemapsLld],
])('%s', (name, call) => {
  const typed = (code: string, text: string): ((run: () => unknown) => void) => {
    return (run) => {
      let thrown: unknown;
      try {
        run();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(FeatureError);
      expect(thrown).toMatchObject({ code, message: expect.stringContaining(text) });
    };
  };

  test('refuses what is shorter than 60 ms', () => {
    const text = `${name}: the clip must have at least 60 ms, 960 samples at 16000 Hz, got 959`;
    typed('too-short', text)(() => call(new Float32Array(959), { sampleRate: 16000 }));
  });

  test('refuses rates below 8,000 Hz and beyond all use', () => {
    const samples = new Float32Array(8000);
    for (const sampleRate of [7999, 768_001]) {
      const text = `${name}: \`sampleRate\` must be in [8000, 768000]`;
      typed('bad-argument', text)(() => call(samples, { sampleRate }));
    }
  });

  test('refuses what is not finite, and nothing', () => {
    const bad = new Float32Array(2000).fill(Number.NaN, 1999);
    typed('bad-audio', 'got NaN at index 1999')(() => call(bad, { sampleRate: 16000 }));
    typed('bad-audio', 'is empty')(() => call(new Float32Array(0), { sampleRate: 16000 }));
  });

  test('takes float64, and leaves its samples alone', () => {
    const samples = Float64Array.from(voice('brief').samples.subarray(20_000, 40_000));
    const before = samples.slice();
    const single = call(Float32Array.from(samples), { sampleRate: 48_000 });
    expect(call(samples, { sampleRate: 48_000 })).toEqual(single);
    expect(samples).toEqual(before);
  });
});
