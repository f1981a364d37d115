import { backend_util } from '@tensorflow/tfjs-core';
import { describe, expect, test, vi } from 'vitest';
import type { NativeExports } from '../native/native-exports.ts';
import { setVolumeGeometry } from './set-volume-geometry.ts';

const info = backend_util.computePool3DInfo([2, 9, 8, 7, 3], [5, 3, 2], [4, 3, 2], 1, 2);

function told(given: backend_util.Conv3DInfo): number[][] {
  const calls: number[][] = [];
  setVolumeGeometry(
    {
      setGeometry: (...numbers) => calls.push(numbers),
      setDepth: (...numbers) => calls.push(numbers),
    } as Partial<NativeExports> as NativeExports,
    given,
  );
  return calls;
}

test('the module is told of images first, and then of depths', () => {
  expect(info.outShape).toEqual([2, 3, 4, 5, 3]);
  expect(told({ ...info, padInfo: { ...info.padInfo, front: 6, top: 1, left: 0 } })).toEqual([
    [2, 8, 7, 3, 4, 5, 3, 3, 2, 3, 2, 1, 1, 1, 0],
    [9, 3, 5, 4, 6],
  ]);
});

describe.each([
  ['inDepth', 0],
  ['outDepth', 0],
  ['filterDepth', 1],
  ['strideDepth', 1],
] as const)('%s', (name, least) => {
  test.each([least, 2 ** 31 - 1])('may be %i', (value) => {
    expect(told({ ...info, [name]: value })[1]).toContain(value);
  });

  test.each([least - 1, 2 ** 31, least + 0.5])('may not be %d', (value) => {
    const setGeometry = vi.fn();
    const native = { setGeometry } as Partial<NativeExports> as NativeExports;
    expect(() => setVolumeGeometry(native, { ...info, [name]: value })).toThrow(
      expect.objectContaining({ name: 'WasmTrainingError', code: 'bad-argument' }),
    );
    expect(setGeometry).not.toHaveBeenCalled();
  });
});
