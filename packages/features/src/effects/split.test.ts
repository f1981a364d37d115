import { describe, expect, test } from 'vitest';
import * as channels from '../channels/index.ts';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import { split } from './split.ts';
import { trim } from './trim.ts';

const known = signals();

describe('librosa: split', () => {
  for (const expected of casesOf('split')) {
    test(titleOf(expected), () => {
      const stretches = split(known[expected.signal], expected.options);
      expect(keptOf(stretches.flat(), expected, 0)).toEqual(librosas(expected, 0));
    });
  }
});

test('these are the defaults', () => {
  const explicit = { topDb: 60, ref: 'max', frameLength: 2048, hopLength: 512 } as const;
  expect(split(known.burst)).toEqual(split(known.burst, explicit));
});

test('two words are two stretches, and a frame at the threshold is silence', () => {
  const words = new Float32Array(60_000);
  words.fill(0.5, 8000, 16_000);
  words.fill(0.5, 32_000, 40_000);
  expect(split(words)).toEqual([
    [7168, 17_408],
    [31_232, 41_472],
  ]);
  expect(split(words, { topDb: 0 })).toEqual([]);
});

test('nothing is louder than the loudest frame', () => {
  // The decibels of this frame beside itself are 7e-15.
  const samples = Float32Array.of(0.5);
  expect(split(samples, { topDb: 0 })).toEqual([]);
  expect(channels.split([samples, samples], { topDb: 0 })).toEqual([]);
});

test('the errors name the function that was called', () => {
  expect(() => split(known.burst, { ref: Math.max as never })).toThrow('split: `ref` must be');
  expect(() => split(known.burst, { frameLength: 0 })).toThrow('split: `frameLength` must be');
  expect(() => trim(known.burst, { hopLength: 0 })).toThrow('trim: `hopLength` must be');
  const call = (): unknown => channels.split([known.burst], { frameLength: 0 });
  expect(call).toThrow('channels.split: `frameLength` must be');
});

test('refuses what is no number of decibels', () => {
  expect(() => split(known.burst, { topDb: -1 })).toThrow('split: `topDb` must be ≥ 0');
});
