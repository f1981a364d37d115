import { expect, test } from 'vitest';
import { signals } from '../testing/signals.ts';
import { harmonic } from './harmonic.ts';
import { hpss } from './hpss.ts';
import { percussive } from './percussive.ts';

const { hiss, clicks, tones } = signals();

test('the parts sum to the signal', () => {
  const parts = hpss(hiss);
  // float32 keeps seven digits of spectra of up to 30.
  expect(parts.harmonic.map((value, i) => value + parts.percussive[i])).toBeAllclose(hiss, {
    rtol: 0,
    atol: 1e-6,
  });
});

test('`harmonic` and `percussive` are its parts', () => {
  const options = { nFft: 512, margin: [2, 1], kernelSize: 9, power: 1 } as const;
  const parts = hpss(hiss, options);
  expect(harmonic(hiss, options)).toEqual(parts.harmonic);
  expect(percussive(hiss, options)).toEqual(parts.percussive);
});

test('tones are harmonic, clicks percussive', () => {
  const energy = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
  expect(energy(harmonic(tones)) / energy(tones)).toBeGreaterThan(0.97);
  expect(energy(percussive(clicks)) / energy(clicks)).toBeGreaterThan(0.85);
});

test('one sample is a signal, none is an error', () => {
  expect(harmonic(Float32Array.of(0.5)).length).toBe(1);
  const error = expect.objectContaining({ name: 'FeatureError', code: 'bad-audio' });
  expect(() => harmonic(new Float32Array(0))).toThrow(error);
  expect(() => percussive(Float32Array.of(Number.NaN))).toThrow(error);
});

test('the defaults are those of librosa', () => {
  const defaults = {
    nFft: 2048,
    hopLength: 512,
    winLength: 2048,
    window: 'hann',
    center: true,
    padMode: 'constant',
    kernelSize: 31,
    power: 2,
    margin: 1,
  } as const;
  expect(hpss(hiss)).toEqual(hpss(hiss, defaults));
});

test('frames need not be centred', () => {
  const parts = hpss(hiss, { center: false });
  const middle = (samples: Float32Array): Float32Array => samples.subarray(2500, -2500);
  expect(middle(parts.harmonic)).not.toEqual(middle(hpss(hiss).harmonic));
  expect(middle(parts.harmonic.map((value, i) => value + parts.percussive[i]))).toBeAllclose(
    middle(hiss),
    { rtol: 0, atol: 1e-6 },
  );
});
