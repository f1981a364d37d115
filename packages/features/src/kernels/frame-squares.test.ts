import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { sumSquares } from '../util/frame-rms.ts';
import { Frames } from '../util/frames.ts';
import { frameSquares } from './frame-squares.ts';

const random = seeded(4);
const samples = Float32Array.from({ length: 600_001 }, () => random() - 0.5);

// Lengths of every remainder by four, one frame, hops beyond a frame, and more frames than the kernel
// takes at a time.
test.each([
  [4, 3, 50],
  [5, 7, 50],
  [6, 4, 50],
  [7, 1, 50],
  [3, 11, 20],
  [50, 20, 50],
  [1103, 220, 600_001],
])('frames of %i every %i of %i samples have the sums of JavaScript', (length, hop, count) => {
  const layout = { hopLength: hop, center: true, padMode: 'reflect' } as const;
  const signal = new Frames('f', samples.subarray(0, count), length, layout);
  const ours = new Float64Array(signal.count);
  expect(frameSquares(signal, length, ours)).toBe(true);
  const theirs = new Float64Array(signal.count);
  for (let t = 0; t < signal.count; t++) {
    signal.seekFrame(t);
    sumSquares(signal.values, signal.start, length, theirs, t);
  }
  expect(ours).toEqual(theirs);
});

test('samples in float64 are left to JavaScript', () => {
  const layout = { hopLength: 2, center: false, padMode: 'constant' } as const;
  const signal = new Frames('f', new Float64Array(9), 3, layout);
  expect(frameSquares(signal, 3, new Float64Array(signal.count))).toBe(false);
});
