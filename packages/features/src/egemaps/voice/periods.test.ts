import { expect, test } from 'vitest';
import { periodPerturbations } from './periods.ts';

const RATE = 16_000;
const HOP = 160;

/** Pulses that ring, of periods and amplitudes of one's choice. */
function pulses(period: (k: number) => number, amplitude: (k: number) => number): Float64Array {
  const samples = new Float64Array(9600);
  for (let k = 0, at = 20; at < samples.length; at += period(k), k++) {
    for (let i = Math.ceil(at); i < Math.min(samples.length, at + 90); i++) {
      const age = i - at;
      samples[i] += 0.3 * amplitude(k) * Math.exp(-age / 15) * Math.sin((2 * Math.PI * age) / 13.3);
    }
  }
  return samples;
}

const described = (samples: Float64Array): { jitter: number; shimmerDb: number } => {
  const pitch = new Float64Array(60).fill(160);
  const { jitter, shimmerDb } = periodPerturbations(samples, RATE, pitch, HOP);
  const mean = (values: Float64Array): number =>
    values.subarray(10, 50).reduce((sum, value) => sum + value, 0) / 40;
  return { jitter: mean(jitter), shimmerDb: mean(shimmerDb) };
};

test('a steady voice has neither', () => {
  const { jitter, shimmerDb } = described(
    pulses(
      () => 100,
      () => 1,
    ),
  );
  expect(jitter).toBeLessThan(1e-6);
  expect(shimmerDb).toBeLessThan(1e-3);
});

test('jitter is the step between periods over their mean', () => {
  const { jitter } = described(
    pulses(
      (k) => (k % 2 === 0 ? 99 : 101),
      () => 1,
    ),
  );
  // The top of a parabola through three lags is not the lag itself.
  expect([jitter]).toBeAllclose([0.02], { rtol: 0.1 });
});

test('shimmer is the step between amplitudes over their mean', () => {
  const { shimmerDb } = described(
    pulses(
      () => 100,
      (k) => (k % 2 === 0 ? 0.9 : 1.1),
    ),
  );
  expect([shimmerDb]).toBeAllclose([20 * Math.log10(1.2)], { rtol: 0.05 });
});

test('unvoiced frames have neither', () => {
  const samples = pulses(
    () => 100,
    (k) => (k % 2 === 0 ? 0.9 : 1.1),
  );
  const { jitter, shimmerDb } = periodPerturbations(samples, RATE, new Float64Array(60), HOP);
  expect(Math.max(...jitter, ...shimmerDb)).toBe(0);
});
