import { expect, test } from 'vitest';
import { formantsOf } from './formants.ts';
import { FORMANT_RATE, RESAMPLED } from './resampled-frames.ts';

/** A decaying resonance of each frequency and bandwidth in Hz. */
function resonances(...each: readonly [hz: number, bandwidth: number][]): Float64Array {
  return Float64Array.from({ length: RESAMPLED }, (_, i) => {
    const t = i / FORMANT_RATE;
    return each.reduce(
      (sum, [hz, width]) => sum + Math.exp(-Math.PI * width * t) * Math.sin(2 * Math.PI * hz * t),
      0,
    );
  });
}

test('a root of 1 - a1 / z - a2 / z^2 is a formant', () => {
  const [radius, angle] = [0.65, (70 * Math.PI) / 180];
  // The filter whose coefficients with the other sign have that root, and its response.
  const first = -2 * radius * Math.cos(angle);
  const second = radius * radius;
  const frame = new Float64Array(RESAMPLED);
  frame[0] = 1;
  for (let i = 1; i < RESAMPLED; i++) {
    frame[i] = first * frame[i - 1] + (i > 1 ? second * frame[i - 2] : 0);
  }
  const found = formantsOf(frame);
  const sharpest = found.reduce((a, b) => (a.bandwidth < b.bandwidth ? a : b));
  // The response has not quite ended with the frame.
  expect([sharpest.frequency, sharpest.bandwidth]).toBeAllclose(
    [(70 / 360) * FORMANT_RATE, (-Math.log(radius) * FORMANT_RATE) / Math.PI],
    { rtol: 1e-5 },
  );
});

test('formants rise, inside 50 to 5,500 Hz, with positive bandwidths', () => {
  const found = formantsOf(resonances([500, 80], [1500, 100], [2500, 150]));
  const frequencies = found.map(({ frequency }) => frequency);
  expect(frequencies.length).toBeGreaterThan(2);
  expect(frequencies).toEqual(frequencies.toSorted((a, b) => a - b));
  expect(frequencies[0]).toBeGreaterThanOrEqual(50);
  expect(frequencies.at(-1)).toBeLessThan(5500);
  expect(found.every(({ bandwidth }) => bandwidth > 0)).toBe(true);
});

test('a frame of zeros has none', () => {
  expect(formantsOf(new Float64Array(RESAMPLED))).toEqual([]);
});
