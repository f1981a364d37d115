import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { highestSimilarity } from './highest-similarity.ts';

const RANGE = { window: 100, shortest: 8, longest: 15 };

/** The same, written as the formula. */
function reference(x: Float64Array, start: number): number {
  const energy = (v: Float64Array) => v.reduce((sum, value) => sum + value * value, 0);
  const now = x.slice(start, start + 100);
  const similarities = Array.from({ length: 8 }, (_, k) => {
    const later = x.slice(start + 8 + k, start + 108 + k);
    const product = now.reduce((sum, value, i) => sum + value * later[i], 0);
    return (2 * product) / (energy(now) + energy(later));
  });
  const rising = similarities.filter((value, k) => k > 0 && value > similarities[k - 1]);
  return Math.max(...rising);
}

describe('highestSimilarity', () => {
  it('is the highest of the lags that rise', () => {
    const random = seeded(3);
    for (let k = 0; k < 20; k++) {
      const x = Float64Array.from({ length: 200 }, () => random() - 0.5);
      expect(highestSimilarity(x, k, RANGE)).toBeAllclose(reference(x, k), { atol: 1e-12 }); // doubles
    }
  });

  it('is 1 for what repeats', () => {
    const x = Float64Array.from({ length: 200 }, (_, i) => Math.sin((2 * Math.PI * i) / 12));
    expect(highestSimilarity(x, 0, RANGE)).toBeAllclose(1, { atol: 1e-9 }); // doubles
  });

  it('is lower for what dies away', () => {
    // 12 samples later it is half as loud: 2 (1 · 0.5) / (1 + 0.25).
    const decay = 0.5 ** (1 / 12);
    const x = Float64Array.from(
      { length: 200 },
      (_, i) => decay ** i * Math.sin((2 * Math.PI * i) / 12),
    );
    // Its highest may lie one lag beside the period.
    expect(highestSimilarity(x, 0, RANGE)).toBeAllclose(0.8, { atol: 0.02 });
  });

  it('is 0 for what only falls', () => {
    const x = Float64Array.from({ length: 200 }, (_, i) => Math.cos((2 * Math.PI * i) / 1000));
    expect(highestSimilarity(x, 0, RANGE)).toBe(0);
  });

  it('is 0 in silence, and before silence', () => {
    expect(highestSimilarity(new Float64Array(200), 0, RANGE)).toBe(0);
    const click = new Float64Array(200);
    click[0] = 1;
    expect(highestSimilarity(click, 0, RANGE)).toBe(0);
  });
});
