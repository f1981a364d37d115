import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { powerToDb } from '../core/decibels.ts';
import { griffinlim } from '../core/griffinlim.ts';
import { melspectrogram } from '../feature/melspectrogram.ts';
import { mfcc } from '../feature/mfcc.ts';
import { signals } from '../testing/signals.ts';
import type { Matrix } from '../util/matrix.ts';
import * as inverse from './index.ts';

const { sentence } = signals();
const sampleRate = 22050;
const framing = { sampleRate, nFft: 512, hopLength: 128 };
const mels = melspectrogram(sentence, { ...framing, nMels: 40 });

describe('mfccToMel', () => {
  test.each([1, 2, 3] as const)('undoes a whole cosine transform of type %i', (dctType) => {
    for (const norm of ['ortho', null] as const) {
      const cepstrum = { dctType, norm, lifter: 22 };
      const all = mfcc(powerToDb(mels), { sampleRate, nMfcc: 40, ...cepstrum });
      const back = inverse.mfccToMel(all, { nMels: 40, ...cepstrum });
      // Decibels in float32, of which one has five digits behind the point.
      expect(powerToDb(back).data).toBeAllclose(powerToDb(mels).data, { rtol: 0, atol: 1e-3 });
    }
  });

  test('the defaults are those of librosa', () => {
    const few = mfcc(sentence, framing);
    const defaults = { nMels: 128, dctType: 2, norm: 'ortho', ref: 1, lifter: 0 } as const;
    expect(inverse.mfccToMel(few)).toEqual(inverse.mfccToMel(few, defaults));
  });

  test('coefficients beyond the bands are not read', () => {
    const matrix = (rows: number): Matrix => ({
      data: Float32Array.from({ length: rows }, (_, i) => i),
      shape: [rows, 1],
    });
    const options = { nMels: 3 };
    expect(inverse.mfccToMel(matrix(5), options)).toEqual(inverse.mfccToMel(matrix(3), options));
  });
});

describe('melToStft', () => {
  test('the defaults are those of librosa', () => {
    const defaults = { nFft: 2048, power: 2, fMin: 0, fMax: 11025, htk: false, norm: 'slaney' };
    expect(inverse.melToStft(mels, { sampleRate })).toEqual(
      inverse.melToStft(mels, { sampleRate, ...defaults } as never),
    );
  });

  test('the mel spectrogram of what it gives is the one that came', () => {
    const spectrum = inverse.melToStft(mels, { sampleRate, nFft: 512, power: 1 });
    const back = melspectrogram(spectrum, { sampleRate, nFft: 512, nMels: 40 });
    const greatest = mels.data.reduce((a, b) => Math.max(a, b), 0);
    // Seven digits of float32 and the damping.
    expect(back.data).toBeAllclose(mels.data, { rtol: 1e-4, atol: 1e-6 * greatest });
  });

  test('a level below 0 is an error', () => {
    const bad: Matrix = { data: Float32Array.of(1, -1), shape: [2, 1] };
    const text = 'inverse.melToStft: `melspectrogram` must be ≥ 0, got -1';
    expect(() => inverse.melToStft(bad, { sampleRate })).toThrow(text);
  });

  test('what no memory holds is refused', () => {
    const long: Matrix = { data: new Float32Array(2 ** 9), shape: [1, 2 ** 9] };
    const text = 'inverse.melToStft: `nFft` must be small enough for 536870912 values';
    expect(() => inverse.melToStft(long, { sampleRate, nFft: 2 ** 22 })).toThrow(text);
    const high: Matrix = { data: new Float32Array(2 ** 14 + 1), shape: [2 ** 14 + 1, 1] };
    expect(() => inverse.melToStft(high, { sampleRate })).toThrow('of 16384 bands at most');
  });
});

test('melToAudio is its two parts', () => {
  const phases = { hopLength: 128, nIter: 2, length: sentence.length };
  const bank = { sampleRate, nFft: 512, power: 1, fMin: 50, fMax: 9000, htk: true, norm: 1 };
  const audio = inverse.melToAudio(mels, { ...bank, ...phases, random: seeded() });
  const spectrum = inverse.melToStft(mels, bank);
  expect(audio).toEqual(griffinlim(spectrum, { ...phases, random: seeded() }));
  expect(audio.length).toBe(sentence.length);
});

test('mfccToAudio is its two parts', () => {
  const few = mfcc(sentence, framing);
  const cepstrum = { nMels: 40, dctType: 2, norm: null, ref: 2, lifter: 22 } as const;
  const rest = { ...framing, power: 1, fMin: 50, nIter: 2, momentum: 0.5 };
  const audio = inverse.mfccToAudio(few, { ...cepstrum, ...rest, melNorm: null });
  const mel = inverse.mfccToMel(few, cepstrum);
  expect(audio).toEqual(inverse.melToAudio(mel, { ...rest, norm: null }));
});

test('the coefficients of the sound are nearly those that it was made of', () => {
  const few = mfcc(sentence, { ...framing, nMels: 40 });
  const audio = inverse.mfccToAudio(few, { ...framing, nMels: 40, length: sentence.length });
  const again = mfcc(audio, { ...framing, nMels: 40 });
  const error = again.data.reduce((sum, value, i) => sum + Math.abs(value - few.data[i]), 0);
  const whole = few.data.reduce((sum, value) => sum + Math.abs(value), 0);
  expect(error / whole).toBeLessThan(0.1);
});
