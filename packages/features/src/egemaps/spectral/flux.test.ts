import { expect, test } from 'vitest';
import { flux, fluxBins } from './flux.ts';

test('the bins below 5 kHz have a flux', () => {
  expect([31.25, 46.875, 43.06640625].map((binHz) => fluxBins(binHz, 257))).toEqual([
    160, 107, 117,
  ]);
  expect(fluxBins(31.25, 129)).toBe(129);
});

test('it is the root of the mean square of the changes', () => {
  const [before, after] = [Float32Array.of(1, 2, 9), Float32Array.of(4, -2, 0)];
  expect(flux(before, after, 2)).toBeAllclose(Math.sqrt(12.5), { rtol: 1e-12, atol: 0 });
});
