import { backend_util } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { operandSizes } from './operand-sizes.ts';

test('a convolution has a filter for each pair of channels', () => {
  const info = backend_util.computeConv2DInfo([2, 9, 8, 3], [4, 5, 3, 7], 1, 1, 'valid');
  expect(operandSizes(info)).toEqual({ x: 2 * 9 * 8 * 3, filter: 4 * 5 * 3 * 7, y: 2 * 6 * 4 * 7 });
});

test('a depthwise one has a filter for each output channel', () => {
  const filter: [number, number, number, number] = [4, 5, 3, 2];
  const info = backend_util.computeConv2DInfo([2, 9, 8, 3], filter, 1, 1, 'valid', undefined, true);
  const sizes = { x: 2 * 9 * 8 * 3, filter: 4 * 5 * 3 * 2, y: 2 * 6 * 4 * 6 };
  expect(operandSizes(info, { isDepthwise: true })).toEqual(sizes);
});

test('one of volumes has planes', () => {
  const info = backend_util.computeConv3DInfo([2, 6, 9, 8, 3], [2, 4, 5, 3, 7], 1, 1, 'valid');
  expect(operandSizes(info)).toEqual({
    x: 2 * 6 * 9 * 8 * 3,
    filter: 2 * 4 * 5 * 3 * 7,
    y: 2 * 5 * 6 * 4 * 7,
  });
});
