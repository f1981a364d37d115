import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { centred, deviations, means } from '../functionals/moments.ts';
import { crossMoments } from '../functionals/second-moments.ts';
import { type Term, type Tracks, weightedFrames } from '../functionals/tracks.ts';
import { type FrameMoments, frameMoments } from './frame-moments.ts';

const random = seeded(6);
const tracks = (frames: number, channels: number): Tracks => ({
  values: Float64Array.from({ length: frames * channels }, () => 20 * (random() - 0.4)),
  frames,
  channels,
});
const read = (x: Tracks): FrameMoments => {
  const moments = frameMoments(x);
  if (!moments) throw new Error('no WebAssembly SIMD here');
  return moments;
};
const SLOPE: readonly Term[] = [
  [2, 1],
  [-2, -1],
];
const ACCELERATION: readonly Term[] = [
  [1, 1],
  [0, -2],
  [-1, 1],
];
const frames = Int32Array.of(2, 3, 5, 8, 13, 21, 34, 36);

// Whole rows of eight, rows that are filled up, an odd number, and one.
describe.each([1, 8, 19, 24])('of %i channels', (channels) => {
  const x = tracks(40, channels);
  /** Only the products that there are. */
  const upper = (products: Float64Array) =>
    products.filter((_, at) => at % channels >= Math.floor(at / channels));

  test('means and deviations have the bits of the loops', () => {
    const values = weightedFrames(x, frames, [[0, 1]]);
    const centres = means(values);
    expect(read(x).spread(frames)).toEqual({
      means: centres,
      deviations: deviations(values, centres),
    });
  });

  // To the last bit, as everywhere where a kernel stands for a loop.
  test.each(['means', 'zero'] as const)('pairs about %s have the bits of the loops', (about) => {
    const sums = weightedFrames(x, frames, ACCELERATION);
    const centres = means(sums);
    const values = about === 'means' ? centred(sums, centres) : sums;
    const { deviations: spread, products } = read(x).pairs(frames, ACCELERATION, about);
    expect(spread).toEqual(deviations(sums, centres));
    expect(upper(products)).toEqual(upper(crossMoments(values, values)));
  });

  test('frames and their slopes have the bits of the loops', () => {
    const values = weightedFrames(x, frames, [[0, 1]]);
    const slopes = weightedFrames(x, frames, SLOPE);
    const centres = means(values);
    expect(read(x).across(frames, SLOPE)).toEqual({
      deviations: deviations(values, centres),
      otherDeviations: deviations(slopes, means(slopes)),
      products: crossMoments(centred(values, centres), slopes),
    });
  });
});

test('moments of other frames are read from the same tracks', () => {
  const x = tracks(40, 3);
  const moments = read(x);
  const first = moments.pairs(frames, SLOPE, 'means');
  moments.pairs(Int32Array.of(4, 7), ACCELERATION, 'zero');
  expect(moments.pairs(frames, SLOPE, 'means')).toEqual(first);
});

test('of no frames all are NaN', () => {
  const { deviations: spread, products } = read(tracks(4, 2)).pairs(
    new Int32Array(),
    SLOPE,
    'means',
  );
  expect([...spread, products[0]]).toEqual([NaN, NaN, NaN]);
});

test('a clip of more than 4,096 frames is left to the loops', () => {
  expect(frameMoments(tracks(4096, 1))).toBeDefined();
  expect(frameMoments(tracks(4097, 1))).toBeUndefined();
});
