import { melFrequencies } from '../../core/mel-scale.ts';
import type { Band } from '../../kernels/mel-powers.ts';
import { once } from '../../util/once.ts';
import { BANDS, RATE, TRANSFORM } from '../analysis-rate.ts';

/** The lowest and the highest frequency of the bands in Hz. */
const LOWEST = 50;
const HIGHEST = 8000;

/** A band whose triangle has less weight than this has fallen between two bins. */
const LEAST_WEIGHT = 1e-3;

/**
 * Triangles, equally spaced on HTK's mel scale, the weights of each of which add up to 1. A triangle
 * that has fallen between two bins takes the bin nearest to its centre.
 */
export const melWeights: () => readonly Band[] = /* @__PURE__ */ once(() => {
  const edges = melFrequencies(BANDS + 2, { fMin: LOWEST, fMax: HIGHEST, htk: true });
  const hz = (bin: number): number => (bin * RATE) / TRANSFORM;
  const bins = Array.from({ length: TRANSFORM / 2 + 1 }, (_, bin) => bin);
  return Array.from({ length: BANDS }, (_, band): Band => {
    const [left, centre, right] = edges.subarray(band, band + 3);
    const weights = bins.map((bin) => {
      const rising = (hz(bin) - left) / (centre - left);
      const falling = (right - hz(bin)) / (right - centre);
      return Math.max(0, Math.min(rising, falling));
    });
    if (weights.reduce((a, b) => a + b, 0) < LEAST_WEIGHT) {
      weights[Math.ceil((centre * TRANSFORM) / RATE - 0.5)] = 1;
    }
    const sum = weights.reduce((a, b) => a + b, 0);
    const first = weights.findIndex((weight) => weight > 0);
    const last = weights.findLastIndex((weight) => weight > 0);
    const inside = weights.slice(first, last + 1);
    return { first, weights: Float64Array.from(inside, (weight) => weight / sum) };
  });
});
