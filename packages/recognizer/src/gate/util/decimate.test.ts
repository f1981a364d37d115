import { describe, expect, it } from 'vitest';
import { decimate } from './decimate.ts';

/** The gain of a tone of so many Hz, away from the ends. */
function gain(hz: number, rate: number): number {
  const samples = Float64Array.from({ length: rate }, (_, i) =>
    Math.sin((2 * Math.PI * hz * i) / rate),
  );
  const low = decimate(samples, rate).samples.slice(100, -100);
  return Math.sqrt((2 * low.reduce((sum, value) => sum + value * value, 0)) / low.length);
}

describe('decimate', () => {
  it.each([
    [48_000, 4000, 1001],
    [44_100, 44_100 / 11, 1091],
    [16_000, 4000, 3001],
    [8000, 4000, 6001],
    [7999, 7999, 12_001],
  ])('brings %i Hz to %f', (rate, expected, length) => {
    const { samples, sampleRate } = decimate(new Float32Array(12_001), rate);
    expect([sampleRate, samples.length]).toEqual([expected, length]);
  });

  it('keeps a constant, but for the ends', () => {
    const { samples } = decimate(new Float32Array(1200).fill(1), 48_000);
    expect(samples.slice(2, -2)).toBeAllclose(new Float64Array(96).fill(1), { atol: 1e-12 }); // a sum of 35
  });

  it('keeps a copy of what is slow enough', () => {
    const signal = Float64Array.of(1, 2, 3);
    const { samples } = decimate(signal, 6000);
    expect(samples).toEqual(signal);
    expect(samples).not.toBe(signal);
  });

  // A Hann window of 3 n has 0.97 at 200 Hz, and at most -31 dB above 2,667 Hz.
  it.each([48_000, 44_100])('smooths away what would fold onto a voice at %i Hz', (rate) => {
    expect(gain(200, rate)).toBeGreaterThan(0.96);
    expect(gain(3000, rate)).toBeLessThan(0.03);
    expect(gain(3900, rate)).toBeLessThan(0.03);
    expect(gain(7900, rate)).toBeLessThan(0.03);
  });

  it('counts what lies beyond both ends as zero', () => {
    // Taps of 3 n - 1 = 5, of which the middle one meets each second sample.
    const taps = [1, 2, 3, 4, 5].map((k) => (1 - Math.cos((2 * Math.PI * k) / 6)) / 6);
    const { samples } = decimate(Float64Array.of(1, 10, 100, 1000), 8000);
    const first = taps[2] + 10 * taps[3] + 100 * taps[4];
    const second = taps[0] + 10 * taps[1] + 100 * taps[2] + 1000 * taps[3];
    expect(samples).toBeAllclose([first, second], { rtol: 1e-12 }); // sums of doubles
  });

  it('weighs an impulse the same on both sides', () => {
    const impulse = new Float32Array(48_000);
    impulse[24_000] = 1;
    const { samples } = decimate(impulse, 48_000);
    expect(samples[1999]).toBeAllclose(samples[2001], { atol: 1e-12 }); // a cosine of doubles
    expect(samples[2000]).toBeAllclose(2 / 36, { atol: 1e-12 });
  });
});
