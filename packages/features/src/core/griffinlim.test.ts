import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { signals } from '../testing/signals.ts';
import type { StftOptions } from '../util/framing.ts';
import type { Matrix } from '../util/matrix.ts';
import { griffinlim } from './griffinlim.ts';
import { stft } from './stft.ts';

const { sentence } = signals();

function magnitudes(samples: Float32Array, options: StftOptions = {}): Matrix {
  const { real, imag, shape } = stft(samples, options);
  return { data: real.map((re, i) => Math.hypot(re, imag[i])), shape };
}

/** How far the spectrogram of samples is from the wanted one, as a part of it. */
function distance(samples: Float32Array, wanted: Matrix, options: StftOptions = {}): number {
  const { data } = magnitudes(samples, options);
  const norm = (values: Float32Array): number => Math.sqrt(values.reduce((s, x) => s + x * x, 0));
  return norm(data.map((value, i) => value - wanted.data[i])) / norm(wanted.data);
}

const options = { nFft: 512 };
const wanted = magnitudes(sentence, options);

test('each step brings the spectrogram nearer, and momentum faster', () => {
  const after = (nIter: number, momentum?: number): number =>
    distance(griffinlim(wanted, { ...options, nIter, momentum }), wanted, options);
  expect(after(1)).toBeGreaterThan(after(8));
  expect(after(8)).toBeGreaterThan(after(32));
  expect(after(32)).toBeLessThan(0.2);
  expect(after(32)).toBeLessThan(after(32, 0));
});

test('the defaults are those of librosa, but for the phases, which begin at 0', () => {
  const defaults = {
    nFft: 512,
    hopLength: 128,
    winLength: 512,
    window: 'hann',
    center: true,
    padMode: 'constant',
    nIter: 32,
    momentum: 0.99,
    length: 5888,
    random: null,
  } as const;
  expect(griffinlim(wanted)).toEqual(griffinlim(wanted, defaults));
});

test('the same generator gives the same samples, another one others', () => {
  const draw = (seed: number): Float32Array =>
    griffinlim(wanted, { ...options, nIter: 2, random: seeded(seed) });
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(1)).not.toEqual(griffinlim(wanted, { ...options, nIter: 2 }));
});

test('the spectrogram stays as it is', () => {
  const before = wanted.data.slice();
  griffinlim(wanted, { ...options, nIter: 1 });
  expect(wanted.data).toEqual(before);
});

test('silence is silence', () => {
  const silence: Matrix = { data: new Float32Array(257 * 4), shape: [257, 4] };
  expect([...griffinlim(silence)]).toEqual(new Array(3 * 128).fill(0));
});

describe('lengths', () => {
  test('any length is taken that has as many frames', () => {
    for (const length of [5888, 6000, 6015]) {
      expect(griffinlim(wanted, { ...options, nIter: 1, length }).length).toBe(length);
    }
    for (const length of [5887, 6016, 0.5]) {
      const text = 'griffinlim: `length` must be a whole number in [5888, 6015]';
      expect(() => griffinlim(wanted, { ...options, length })).toThrow(text);
    }
  });

  test('frames that are not centred are longer', () => {
    const frames = magnitudes(sentence, { ...options, center: false });
    const samples = griffinlim(frames, { ...options, center: false, nIter: 1 });
    expect(samples.length).toBe(512 + 128 * (frames.shape[1] - 1));
  });

  test('one centred frame needs one', () => {
    const one: Matrix = { data: new Float32Array(257).fill(1), shape: [257, 1] };
    const text = 'griffinlim: `length` must be named, in [1, 127], where one frame is centred';
    expect(() => griffinlim(one)).toThrow(text);
    expect(griffinlim(one, { length: 100 }).length).toBe(100);
  });
});

test('an odd transform must be named', () => {
  const odd = magnitudes(sentence, { nFft: 501, hopLength: 125 });
  const samples = griffinlim(odd, { nFft: 501, hopLength: 125, nIter: 16 });
  expect(distance(samples, odd, { nFft: 501, hopLength: 125 })).toBeLessThan(0.25);
  expect(() => griffinlim(odd, { nFft: 512 })).toThrow('griffinlim: `nFft` must be one that gives');
});

test('magnitudes are finite and not negative', () => {
  const bad = (value: number): Matrix => ({ data: Float32Array.of(1, value, 1), shape: [3, 1] });
  expect(() => griffinlim(bad(-1))).toThrow('griffinlim: `magnitudes` must be ≥ 0, got -1');
  expect(() => griffinlim(bad(Number.NaN))).toThrow('griffinlim: `magnitudes` must be finite');
});
