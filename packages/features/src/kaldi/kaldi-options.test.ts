// What goldens do not hold: defaults as literals, dither, edges and hostile input.
import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { FeatureError, kaldi } from '../index.ts';

const random = seeded(1);
const samples = Float32Array.from({ length: 4000 }, () => random() - 0.5);

const DEFAULTS = {
  sampleRate: 16000,
  frameLength: 25,
  frameShift: 10,
  dither: 0,
  scale: 32768,
  preemphasisCoefficient: 0.97,
  removeDcOffset: true,
  windowType: 'povey',
  blackmanCoeff: 0.42,
  roundToPowerOfTwo: true,
  snipEdges: true,
  numMelBins: 23,
  lowFreq: 20,
  highFreq: 0,
  energyFloor: 0,
  rawEnergy: true,
  htkCompat: false,
} as const;

test('defaults', () => {
  const bands = { ...DEFAULTS, useEnergy: false, useLogFbank: true, usePower: true };
  expect(kaldi.fbank(samples, bands)).toEqual(kaldi.fbank(samples));
  const cepstra = { ...DEFAULTS, useEnergy: true, numCeps: 13, cepstralLifter: 22 };
  expect(kaldi.mfcc(samples, cepstra)).toEqual(kaldi.mfcc(samples));
});

test('a row is a band, and a column a frame', () => {
  expect(kaldi.fbank(samples).shape).toEqual([23, 23]);
  expect(kaldi.fbank(samples, { numMelBins: 80, useEnergy: true }).shape).toEqual([81, 23]);
  expect(kaldi.mfcc(samples, { snipEdges: false }).shape).toEqual([13, 25]);
});

test('samples of 16 bits and a scale of 1 are samples within ±1', () => {
  const whole = samples.map((sample) => 32768 * sample);
  expect(kaldi.fbank(whole, { scale: 1 })).toEqual(kaldi.fbank(samples));
});

test('the highest frequency may be counted from the Nyquist frequency', () => {
  expect(kaldi.fbank(samples, { highFreq: -400 })).toEqual(
    kaldi.fbank(samples, { highFreq: 7600 }),
  );
});

test('a band without a bin is the least logarithm', () => {
  // As in torchaudio; Kaldi refuses it.
  const { data, shape } = kaldi.fbank(samples, { numMelBins: 128 });
  expect(shape).toEqual([128, 23]);
  expect(Math.min(...data)).toBe(Math.fround(Math.log(2 ** -23)));
});

test('energy is not below its floor', () => {
  const silence = new Float32Array(400);
  const energy = (energyFloor: number): number => kaldi.mfcc(silence, { energyFloor }).data[0];
  expect(energy(0)).toBe(Math.fround(Math.log(2 ** -23)));
  expect(energy(3)).toBe(Math.fround(Math.log(3)));
});

describe('dither', () => {
  const dithered = (dither: number, seed = 1, y = samples): Float32Array =>
    kaldi.fbank(y, { dither, random: seeded(seed) }).data;

  test('adds noise of the caller’s generator', () => {
    expect(dithered(1)).toEqual(dithered(1));
    expect(dithered(1)).not.toEqual(dithered(1, 2));
    expect(dithered(1)).not.toEqual(dithered(2));
    expect(dithered(0)).toEqual(kaldi.fbank(samples).data);
  });

  test('of the deviation that was asked for, in scaled samples', () => {
    const silence = new Float32Array(16000);
    const [one, ten] = [1, 10].map((dither) => {
      const options = { dither, random: seeded(3), rawEnergy: true, useEnergy: true };
      const { data, shape } = kaldi.fbank(silence, options);
      return data.subarray(0, shape[1]).reduce((sum, x) => sum + x, 0) / shape[1];
    });
    // 400 samples of variance 1, less their mean.
    expect(one).toBeAllclose(Math.log(399), { rtol: 0, atol: 0.02 });
    expect(ten - one).toBeAllclose(Math.log(100), { rtol: 0, atol: 1e-5 });
  });

  test('needs a generator', () => {
    expect(() => kaldi.fbank(samples, { dither: 1 })).toThrow(
      'kaldi.fbank: `random` must be a function, got undefined',
    );
  });
});

test.each([kaldi.fbank, kaldi.mfcc])('%o: bad samples', (call) => {
  const thrown = (y: Float32Array, options = {}): unknown => {
    try {
      return call(y, options);
    } catch (error) {
      return error;
    }
  };
  expect(thrown(new Float32Array(0))).toBeInstanceOf(FeatureError);
  expect(thrown(Float32Array.of(Number.NaN))).toBeInstanceOf(FeatureError);
  expect(String(thrown(new Float32Array(399)))).toContain('must be at least 400 long, got 399');
  expect(call(new Float32Array(400)).shape[1]).toBe(1);
  expect(String(thrown(new Float32Array(79), { snipEdges: false }))).toContain(
    'must be at least 80 long, got 79',
  );
  expect(call(new Float32Array(80), { snipEdges: false }).shape[1]).toBe(1);
});

test('frames of less than two samples, and of none between, are refused', () => {
  expect(() => kaldi.fbank(samples, { frameLength: 0.1 })).toThrow(
    'kaldi.fbank: `frameLength (in samples)` must be a whole number in [2, 4194304], got 1',
  );
  expect(() => kaldi.fbank(samples, { frameShift: 0.05 })).toThrow(
    'kaldi.fbank: `frameShift (in samples)` must be a whole number ≥ 1, got 0',
  );
});

test('sizes that no machine has the memory for are refused', () => {
  expect(() =>
    kaldi.fbank(new Float32Array(1e6), { frameLength: 62_500, numMelBins: 2 ** 14 }),
  ).toThrow('kaldi.fbank: `numMelBins` must be at most 536870912 / 1048576, got 16384');
});

test.each([
  ['sample_frequency', 'sampleRate'],
  ['num_mel_bins', 'numMelBins'],
  ['nMels', 'numMelBins'],
  ['nMfcc', 'numCeps'],
])('%s probably meant %s', (name, meant) => {
  const call = (): unknown => kaldi.mfcc(samples, { [name]: 1 } as never);
  expect(call).toThrow(`(did you mean \`${meant}\`?)`);
});

test('frequencies are not warped', () => {
  expect(() => kaldi.fbank(samples, { vtlnWarp: 1.1 } as never)).toThrow('got vtlnWarp');
});
