import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { PoolWindows } from '../../geometry/pool-windows.ts';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { Tf } from '../../tfjs.ts';

/** Pools `x`, of float32. */
export function runPool(
  { util }: Tf,
  backend: object,
  windows: PoolWindows,
  x: TensorInfo,
  run: (native: Native, x: number, y: number) => void,
): TensorInfo {
  const { inShape, outShape } = windows;
  return makeOutput(backend, outShape, (y) => {
    const native = nativeOf(backend);
    windows.set(native);
    run(
      native,
      native.address(x, util.sizeFromShape(inShape)),
      native.address(y, util.sizeFromShape(outShape)),
    );
  });
}
