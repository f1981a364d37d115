import { backend_util } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { GEOMETRY_LENGTH, geometryOf } from './geometry.ts';

const info = backend_util.computeConv2DInfo(
  [2, 9, 10, 3],
  [4, 5, 3, 7],
  [2, 3],
  [1, 1],
  [
    [0, 0],
    [1, 2],
    [3, 4],
    [0, 0],
  ],
);

const refused = expect.objectContaining({ name: 'WasmTrainingError', code: 'bad-argument' });

test('a geometry has the numbers that the module is told, in its order', () => {
  expect(geometryOf({ ...info, dilationHeight: 8, dilationWidth: 9 })).toEqual([
    // batch, input, output, filter, strides, dilations, padding before.
    2, 9, 10, 3, 5, 5, 7, 4, 5, 2, 3, 8, 9, 1, 3,
  ]);
  expect(GEOMETRY_LENGTH).toBe(15);
});

describe.each([
  ['batchSize', 0],
  ['inHeight', 0],
  ['inWidth', 0],
  ['inChannels', 0],
  ['outHeight', 0],
  ['outWidth', 0],
  ['outChannels', 0],
  ['filterHeight', 1],
  ['filterWidth', 1],
  ['strideHeight', 1],
  ['strideWidth', 1],
  ['dilationHeight', 1],
  ['dilationWidth', 1],
] as const)('%s', (name, least) => {
  const place = geometryOf({ ...info, [name]: 77 }).indexOf(77);

  test.each([least, 2 ** 31 - 1])('may be %i', (value) => {
    expect(geometryOf({ ...info, [name]: value })[place]).toBe(value);
  });

  test.each([least - 1, 2 ** 31, least + 0.5, Number.NaN])('may not be %d', (value) => {
    expect(() => geometryOf({ ...info, [name]: value })).toThrow(refused);
  });
});

describe.each(['top', 'left'] as const)('padding at the %s', (side) => {
  const padded = (value: number) =>
    geometryOf({ ...info, padInfo: { ...info.padInfo, [side]: value } });

  test.each([1 - 2 ** 31, 0, 2 ** 31 - 1])('may be %i', (value) => {
    expect(padded(value)[side === 'top' ? 13 : 14]).toBe(value);
  });

  test.each([-(2 ** 31), 2 ** 31, 0.5, Number.NaN])('may not be %d', (value) => {
    expect(() => padded(value)).toThrow(refused);
  });
});
