import type { TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Vectors of channels that the module needs as scratch. */
const SCRATCH_VECTORS = 65;

/**
 * The kernel `SerGatedResidualGrad`: dy, x and the multiplier of `SerGatedResidual`, if any, [batch,
 * frames, channels], and gate [batch, channels] → the gradients [dx, dGate].
 */
export const gatedResidualGrad: KernelMaker =
  () =>
  ({ inputs, backend }) => {
    const { dy, x, gate, multiplier } = inputs as Record<string, TensorInfo>;
    const [batch, frames, channels] = x.shape;
    return makeOutputs(backend, [x.shape, [batch, channels]], ([dx, dGate]) => {
      const native = nativeOf(backend);
      const size = batch * frames * channels;
      native.withScratch(SCRATCH_VECTORS * channels * FLOAT_BYTES, (scratch) => {
        native.gatedResidualGradient(
          native.address(dy, size),
          native.address(x, size),
          native.address(gate, batch * channels),
          multiplier ? native.address(multiplier, size) : 0,
          native.address(dx, size),
          native.address(dGate, batch * channels),
          batch,
          frames,
          channels,
          scratch,
        );
      });
    });
  };
