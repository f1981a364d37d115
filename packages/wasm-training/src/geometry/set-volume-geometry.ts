import type { backend_util } from '@tensorflow/tfjs-core';
import type { NativeExports } from '../native/native-exports.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';
import { geometryOf, isSize } from './geometry.ts';

/**
 * Tells the module the shape of a pooling or convolution of volumes.
 *
 * @throws {WasmTrainingError} `bad-argument` when one of the numbers is no size.
 */
export function setVolumeGeometry(native: NativeExports, info: backend_util.Conv3DInfo): void {
  const { inDepth, outDepth, filterDepth, strideDepth, padInfo } = info;
  const areSizes = [inDepth, outDepth].every((size) => isSize(size, 0));
  if (!areSizes || ![filterDepth, strideDepth].every((size) => isSize(size, 1))) {
    throw new WasmTrainingError(
      'bad-argument',
      'wasm backend: depths must be whole numbers ≥ 0, and those of a filter and its strides ≥ 1, ' +
        `got input ${inDepth}, output ${outDepth}, filter ${filterDepth}, stride ${strideDepth}, ` +
        `padding ${padInfo.front}`,
    );
  }
  native.setGeometry(...geometryOf(info));
  native.setDepth(inDepth, outDepth, filterDepth, strideDepth, padInfo.front);
}
