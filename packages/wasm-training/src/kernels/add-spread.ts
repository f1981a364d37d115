import type { TensorInfo } from '@tensorflow/tfjs-core';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { shareMemory } from './util/share-memory.ts';

/**
 * The kernel `SerAddSpread`: adds to y [batch, frames, channels], in place, the gradient of its mean
 * over frames, dMean [batch, channels] → y.
 */
export const addSpread: KernelMaker =
  () =>
  ({ inputs, backend }) => {
    const { y, dMean } = inputs as Record<string, TensorInfo>;
    const [batch, frames, channels] = y.shape;
    const native = nativeOf(backend);
    native.addSpread(
      native.address(dMean, batch * channels),
      native.address(y, batch * frames * channels),
      batch,
      frames,
      channels,
      frames,
    );
    return shareMemory(backend, y);
  };
