import { describe, expect, test } from 'vitest';
import { type Case, worst } from './testing/case.ts';
import { golden } from './testing/golden.ts';
import { haveClips, readClip } from './testing/ravdess-mini.ts';
import { signals } from './testing/signals.ts';

const title = ({ function: name, signal, options }: Case): string =>
  `${name} of ${signal} ${JSON.stringify(options)}`;

function check(expected: Case, samples: Float32Array): void {
  expect(worst(expected, samples)).toBeLessThanOrEqual(1);
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
