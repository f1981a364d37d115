import { describe, expect, test } from 'vitest';
import { type Case, deviation, golden, run, type Tolerance } from './testing/golden.ts';
import { haveClips, readClip } from './testing/ravdess-mini.ts';
import { signals } from './testing/signals.ts';

// Relative 1e-4, and 1e-5 of full scale near zero: float32 keeps 7 digits, of which sums over 2,048
// samples and a logarithm cost librosa's float32 arithmetic up to three.
const FEATURE: Tolerance = { relative: 1e-4, absolute: 1e-5 };

/**
 * Part of full scale. The chirp stays below 0.9 of every lower Nyquist frequency. Noise and clicks
 * do not, and a click is on the first sample: in the transition band and in the first two samples
 * soxr, which takes another path for every ratio, is followed less closely, and least where it
 * halves the rate beforehand.
 */
function resampled({ signal, options }: Case): Tolerance {
  if (signal !== 'noise' && signal !== 'clicks') return { relative: 0, absolute: 1e-4 };
  return { relative: 0, absolute: options.from === 96000 ? 5e-3 : 1e-3 };
}

// Sums with cancellation are compared on the scale of the largest value. A stretch sums phases of
// up to 2e5 rad in float32, whose steps are 0.016 rad there: single steps fall either way.
const SCALED: Record<string, number> = {
  stft: 1e-6,
  mfcc: 1e-6,
  delta: 1e-6,
  time_stretch: 1e-3,
  pitch_shift: 1e-3,
};

function tolerance(expected: Case, max: number): Tolerance {
  if (expected.function === 'resample') return resampled(expected);
  const scaled = SCALED[expected.function];
  return scaled ? { relative: 1e-4, absolute: Math.max(1e-5, scaled * max) } : FEATURE;
}

const title = ({ function: name, signal, options }: Case): string =>
  `${name} of ${signal} ${JSON.stringify(options)}`;

function check(expected: Case, samples: Float32Array): void {
  const actual = run(expected, samples);
  expected.parts.forEach((part, i) => {
    expect(deviation(actual[i], part, tolerance(expected, part.max))).toBeLessThanOrEqual(1);
  });
}

describe.each(['spectral.json', 'shape.json', 'effects.json', 'resample.json'])(
  'librosa: %s',
  (file) => {
    const known = signals();
    for (const expected of golden<{ cases: Case[] }>(file).cases) {
      test(title(expected), () => check(expected, known[expected.signal]));
    }
  },
);

describe.skipIf(!haveClips)('librosa: clips.json', () => {
  for (const expected of golden<{ cases: Case[] }>('clips.json').cases) {
    test(title(expected), () => {
      const { samples } = readClip(expected.signal);
      check(expected, Float32Array.from(samples.subarray(0, 96000)));
    });
  }
});
