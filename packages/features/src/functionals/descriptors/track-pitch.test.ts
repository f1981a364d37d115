import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { trackPitch } from './track-pitch.ts';

const pulses = (hz: number, length: number = 8000): Float64Array =>
  Float64Array.from({ length }, (_, i) => {
    const angle = (2 * Math.PI * hz * i) / 16000;
    return 0.1 * [1, 2, 3, 4, 5].reduce((sum, k) => sum + Math.cos(k * angle) / k, 0);
  });

// Near both ends of the range, and where lags are no whole samples.
test.each([70, 100, 123.4, 220, 437, 790])('harmonics of %d Hz', (hz) => {
  const { f0, periodicity } = trackPitch(pulses(hz));
  expect(f0.length).toBe(51);
  // A parabola through whole lags, of which 800 Hz has 20.
  expect(f0.subarray(5, 45)).toBeAllclose(new Array(40).fill(hz), { rtol: 5e-3, atol: 0 });
  expect(Math.min(...periodicity.subarray(5, 45))).toBeGreaterThan(0.9);
});

test('noise and silence are unvoiced', () => {
  const random = seeded(9);
  const noise = Float64Array.from({ length: 8000 }, () => random() - 0.5);
  for (const samples of [noise, new Float64Array(8000)]) {
    expect(trackPitch(samples).f0).toEqual(new Float64Array(51));
  }
});

test('what is far quieter than the clip is unvoiced, as clear as it is', () => {
  const samples = Float64Array.of(...pulses(150), ...pulses(150).map((value) => value / 100));
  const { f0, periodicity } = trackPitch(samples);
  expect([f0[25] > 0, f0[75]]).toEqual([true, 0]);
  expect(periodicity[75]).toBeGreaterThan(0.9);
});

describe('an octave', () => {
  test('that a frame would have is not taken in the middle of a pitch', () => {
    // Every other pulse a little louder for 30 ms, which is half the pitch there.
    const samples = pulses(200);
    for (let i = 4000; i < 4480; i++) samples[i] *= i % 160 < 80 ? 1.2 : 1;
    const { f0 } = trackPitch(samples);
    expect(f0.subarray(5, 45)).toBeAllclose(new Array(40).fill(200), { rtol: 2e-2, atol: 0 });
  });
});
