import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { getWindow } from '../../filters/get-window.ts';
import { LONGEST_LAG, openCorrelator, PITCH_WINDOW } from './autocorrelation.ts';

const HOP = 160;
const random = seeded(5);
const samples = Float32Array.from({ length: 70 * HOP }, () => random() - 0.3);
const window = getWindow('hann', PITCH_WINDOW);

function sumOfProducts(values: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = 0; i + lag < values.length; i++) sum += values[i] * values[i + lag];
  return sum;
}

/** The definition, lag by lag. */
function definition(t: number): { peak: number; correlation: number[] } {
  const start = t * HOP - PITCH_WINDOW / 2;
  const frame = Float64Array.from({ length: PITCH_WINDOW }, (_, i) => samples[start + i] ?? 0);
  const mean = frame.reduce((a, b) => a + b) / PITCH_WINDOW;
  const values = frame.map((value) => value - mean);
  const windowed = values.map((value, i) => value * window[i]);
  return {
    peak: values.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
    correlation: Array.from(
      { length: LONGEST_LAG + 1 },
      (_, lag) =>
        (sumOfProducts(windowed, lag) / (sumOfProducts(windowed, 0) + 1e-9)) *
        (sumOfProducts(window, 0) / sumOfProducts(window, lag)),
    ),
  };
}

// The kernel has the samples of 64 frames at a time.
test('frames have the autocorrelations of the definition', () => {
  const { correlation, read } = openCorrelator(samples, HOP);
  for (let t = 0; t <= 70; t++) {
    const peak = read(t);
    if (![0, 1, 30, 63, 64, 65, 70].includes(t)) continue;
    const expected = definition(t);
    // Sums of some hundred terms, and transforms.
    expect(correlation).toBeAllclose(expected.correlation, { rtol: 1e-9, atol: 1e-10 });
    expect(peak).toBeAllclose(expected.peak, { rtol: 1e-12 });
  }
});
