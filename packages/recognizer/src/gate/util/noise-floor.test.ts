import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { noiseFloor } from './noise-floor.ts';

describe('noiseFloor', () => {
  it('is the least of the 75 frames before and after', () => {
    const random = seeded(1);
    const level = Float64Array.from({ length: 400 }, () => -60 * random());
    const expected = level.map((_, f) => Math.min(...level.slice(Math.max(0, f - 75), f + 76)));
    expect(noiseFloor(level)).toEqual(expected);
  });

  it('is never below -110 dB', () => {
    expect([...noiseFloor(Float64Array.of(-200, -20))]).toEqual([-110, -110]);
  });
});
