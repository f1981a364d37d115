import { describeWith, REAL_CLIPS, seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { createExtractor } from '../extractor/create-extractor.ts';
import { presets } from '../extractor/presets.ts';
import { FeatureError } from '../feature-error.ts';
import type { Samples } from '../samples.ts';
import { golden } from '../testing/golden.ts';
import { readClip } from '../testing/read-clip.ts';
import { voice } from '../testing/voices.ts';
import { once } from '../util/once.ts';
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

/**
 * What the correlation over clips is at least, where it is not 0.99: what hangs on single frames of
 * the pitch, from which the periods of the voice follow. See PARITY.md.
 */
const LOOSER: Readonly<Record<string, number>> = {
  'F0semitoneFrom27.5Hz_sma3nz_meanRisingSlope': 0.9,
  'F0semitoneFrom27.5Hz_sma3nz_stddevRisingSlope': 0.75,
  'F0semitoneFrom27.5Hz_sma3nz_meanFallingSlope': 0.9,
  'F0semitoneFrom27.5Hz_sma3nz_stddevFallingSlope': 0.9,
  jitterLocal_sma3nz_amean: 0.85,
  jitterLocal_sma3nz_stddevNorm: 0.82,
  shimmerLocaldB_sma3nz_amean: 0.96,
  shimmerLocaldB_sma3nz_stddevNorm: 0.92,
  HNRdBACF_sma3nz_stddevNorm: 0.97,
  'logRelF0-H1-H2_sma3nz_amean': 0.94,
  'logRelF0-H1-H2_sma3nz_stddevNorm': 0.9,
  'logRelF0-H1-A3_sma3nz_stddevNorm': 0.6,
  F1bandwidth_sma3nz_stddevNorm: 0.92,
  F2bandwidth_sma3nz_stddevNorm: 0.95,
  F3bandwidth_sma3nz_stddevNorm: 0.96,
};

describeWith(REAL_CLIPS)('over clips of RAVDESS', () => {
  const found = once(() =>
    real.map(({ clip }) => {
      const { samples, sampleRate } = readClip(clip);
      return egemaps(samples, { sampleRate });
    }),
  );
  test('the preset takes a file as openSMILE does', () => {
    const { extract } = createExtractor(presets.egemaps);
    expect(extract(readClip(real[0].clip))).toEqual(found()[0]);
  });

  const column = (i: number): [actual: number[], expected: number[]] => [
    found().map((values) => values[i]),
    real.map(({ functionals }) => functionals[i]),
  ];

  test.each(names.map((name, i) => [name, i] as const))('%s goes with openSMILE’s', (name, i) => {
    expect(correlation(...column(i))).toBeGreaterThan(LOOSER[name] ?? 0.99);
  });

  // A contour turns elsewhere in one of some hundred clips.
  const exact = NO_VOICE.filter((i) => !/Slope|Peaks/.test(names[i]));

  test.each(exact.map((i) => [names[i], i] as const))('%s is openSMILE’s', (_, i) => {
    const [actual, expected] = column(i);
    expect(actual).toBeAllclose(expected, { rtol: 2e-4, atol: 1e-5 });
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
