import { backend_util } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { failsInXnnpack, failsInXnnpackPooling } from './fails-in-xnnpack.ts';

type Pair = [number, number];
type Pad = Parameters<typeof backend_util.computeConv2DInfo>[4];

const explicit = (top: number, bottom: number, left: number, right: number): Pad => [
  [0, 0],
  [top, bottom],
  [left, right],
  [0, 0],
];

interface Case {
  filter: Pair;
  strides?: Pair;
  dilations?: Pair;
  pad: Pad;
  rounding?: 'floor' | 'ceil';
  fails: boolean;
}

/** On an image of 7 × 9. */
function infoOf({ filter, strides = [1, 1], dilations = [1, 1], pad, rounding }: Case) {
  return backend_util.computeConv2DInfo(
    [1, 7, 9, 2],
    [...filter, 2, 3],
    strides,
    dilations,
    pad,
    rounding,
  );
}

describe('XNNPACK and a convolution', () => {
  test.each<Case>([
    { filter: [3, 3], pad: 'same', fails: false },
    { filter: [3, 3], pad: 'valid', fails: false },
    // As large as the image, and larger along either axis.
    { filter: [7, 9], pad: 'valid', fails: false },
    { filter: [8, 9], pad: 'valid', fails: true },
    { filter: [7, 10], pad: 'valid', fails: true },
    { filter: [4, 5], dilations: [2, 2], pad: 'valid', fails: false },
    { filter: [5, 5], dilations: [2, 2], pad: 'valid', fails: true },
    // A filter as long as its stride, and a shorter one.
    { filter: [2, 2], strides: [2, 2], pad: 'same', fails: false },
    { filter: [1, 2], strides: [2, 2], pad: 'same', fails: true },
    { filter: [2, 1], strides: [2, 2], pad: 'same', fails: true },
    { filter: [1, 1], strides: [2, 2], pad: 'valid', fails: false },
    // Padding that crops.
    { filter: [2, 2], pad: explicit(0, 0, 0, 0), fails: false },
    { filter: [2, 2], pad: explicit(-1, 0, 0, 0), fails: true },
    { filter: [2, 2], pad: explicit(0, -1, 0, 0), fails: true },
    { filter: [2, 2], pad: explicit(0, 0, -1, 0), fails: true },
    { filter: [2, 2], pad: explicit(0, 0, 0, -1), fails: true },
    // Of one number tfjs makes sizes with the filter's height and the vertical stride.
    { filter: [3, 3], pad: 1, fails: false },
    { filter: [3, 2], pad: 1, fails: true },
    { filter: [3, 3], strides: [1, 2], pad: 1, fails: true },
    { filter: [3, 3], strides: [2, 2], pad: 1, rounding: 'floor', fails: false },
    { filter: [4, 4], strides: [2, 2], pad: 1, rounding: 'ceil', fails: true },
  ])('$filter, strides $strides, dilations $dilations, padding $pad fails: $fails', (each) => {
    expect(failsInXnnpack(infoOf(each))).toBe(each.fails);
  });
});

describe('XNNPACK and a pooling', () => {
  test.each<Case>([
    { filter: [3, 3], pad: 'same', fails: false },
    { filter: [7, 9], pad: 'valid', fails: false },
    { filter: [8, 9], pad: 'valid', fails: true },
    { filter: [1, 1], pad: 'valid', fails: true },
    { filter: [1, 2], pad: 'valid', fails: false },
    { filter: [2, 1], pad: 'valid', fails: false },
    // A window that fits into the padding of one side.
    { filter: [3, 3], pad: explicit(2, 2, 2, 2), fails: false },
    { filter: [3, 3], pad: explicit(3, 0, 0, 0), fails: true },
    { filter: [3, 3], pad: explicit(0, 3, 0, 0), fails: true },
    { filter: [3, 3], pad: explicit(0, 0, 3, 0), fails: true },
    { filter: [3, 3], pad: explicit(0, 0, 0, 3), fails: true },
    { filter: [4, 3], pad: explicit(3, 3, 2, 2), fails: false },
    { filter: [3, 4], pad: explicit(2, 2, 3, 3), fails: false },
    { filter: [3, 3], pad: explicit(0, -1, 0, 0), fails: true },
    { filter: [3, 2], pad: 1, fails: true },
    // No refusal of a window shorter than its stride.
    { filter: [2, 2], strides: [3, 3], pad: 'same', fails: false },
  ])('$filter, strides $strides, padding $pad fails: $fails', (each) => {
    expect(failsInXnnpackPooling(infoOf(each))).toBe(each.fails);
  });
});
