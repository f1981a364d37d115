import { describe, expect, it } from 'vitest';
import { flattenSpectrum } from './flatten-spectrum.ts';

describe('flattenSpectrum', () => {
  it('takes off the mean and then 0.95 of the value before', () => {
    const flat = flattenSpectrum(Float64Array.of(11, 12, 13), 5);
    // Without their mean they are -1, 0, 1.
    expect(flat).toBeAllclose([0, 0.95, 1, 0, 0], { atol: 1e-12 }); // differences of doubles
  });
});
