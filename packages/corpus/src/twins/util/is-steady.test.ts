import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { isSteady } from './is-steady.ts';

const random = seeded(11);
const LENGTH = 16_000;
const noise = Float32Array.from({ length: LENGTH }, () => random() - 0.5);
/** Noise that comes again after so many samples, under noise that does not. */
const repeated = (period: number, share: number): Float32Array => {
  const fresh = Float32Array.from({ length: LENGTH }, () => random() - 0.5);
  return noise.map(
    (_, i) => Math.sqrt(share) * noise[i % period] + Math.sqrt(1 - share) * fresh[i],
  );
};

describe('isSteady', () => {
  it.each([
    [319, false],
    [320, true],
    [400, true],
    [480, true],
    [481, false],
  ])('of a sound that comes again after %d samples is %s', (period, steady) => {
    expect(isSteady(repeated(period, 1))).toBe(steady);
  });

  it.each([
    [0.5, true],
    [0.34, false],
  ])('of a sound that agrees with itself by %d is %s', (share, steady) => {
    // The lower quartile of the segments lies some 0.02 below.
    expect(isSteady(repeated(400, share))).toBe(steady);
  });

  it('is false of noise', () => {
    expect(isSteady(noise)).toBe(false);
  });
});
