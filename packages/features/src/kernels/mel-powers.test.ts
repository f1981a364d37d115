import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { planFft } from './fft/plan-fft.ts';
import { melPowers } from './mel-powers.ts';

const random = seeded(8);
const window = Float64Array.from({ length: 64 }, random);
const bands = [
  { first: 0, weights: Float64Array.of(1) },
  { first: 3, weights: Float64Array.from({ length: 7 }, random) },
  { first: 31, weights: Float64Array.of(0.25, 0.5) },
];
const options = { hop: 20, start: -30, window, bands, floor: 1e-3 };

/** A frame's bands, one after the other. */
function definition(samples: Float64Array, t: number): number[] {
  const fft = planFft(64);
  for (let i = 0; i < 64; i++) fft.signal[i] = (samples[20 * t - 30 + i] ?? 0) * window[i];
  fft.forward();
  const power = Array.from({ length: 33 }, (_, k) => {
    const [re, im] = fft.spectrum.subarray(2 * k, 2 * k + 2);
    return re * re + im * im;
  });
  return bands.map(
    ({ first, weights }) =>
      weights.reduce((sum, weight, i) => sum + weight * power[first + i], 0) + 1e-3,
  );
}

// An odd number, and one more and one fewer than the kernel takes at a time, which is 128.
test.each([1, 2, 7, 127, 128, 129, 300])('%i frames have the bands of the definition', (frames) => {
  const samples = Float64Array.from({ length: 20 * frames - 5 }, () => random() - 0.5);
  const out = new Float64Array(3 * frames);
  const totals = new Float64Array(frames);
  melPowers(samples, options, out, totals);
  const expected = totals.map(() => 0);
  for (let t = 0; t < frames; t++) {
    const each = definition(samples, t);
    // To the last bit, since the order is the same.
    expect([...out.subarray(3 * t, 3 * t + 3)]).toEqual(each);
    expected[t] = each[0] + each[1] + each[2];
  }
  expect(totals).toEqual(expected);
});

test('samples may be float32', () => {
  const samples = Float32Array.from({ length: 500 }, random);
  const [single, double] = [samples, Float64Array.from(samples)].map((each) => {
    const out = new Float64Array(3 * 26);
    melPowers(each, options, out, new Float64Array(26));
    return out;
  });
  expect(single).toEqual(double);
});
