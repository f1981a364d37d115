import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { DropoutAttrs } from './dropout.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { aleaState } from './util/alea-state.ts';

/**
 * The kernel `SerGatedResidual`: x and skip [batch, frames, channels] and gate [batch, channels] →
 * [y, multiplier] with y = skip + x·gate·multiplier. The multiplier is that of `SerDropout`; without
 * a seed there is none.
 */
export const gatedResidual: KernelMaker =
  () =>
  ({ inputs, backend, attrs }) => {
    const { x, gate, skip } = inputs as Record<string, TensorInfo>;
    const { rate = 0, seed } = attrs as unknown as Partial<DropoutAttrs>;
    const shapes = seed === undefined ? [x.shape] : [x.shape, x.shape];
    return makeOutputs(backend, shapes, ([y, multiplier]) => {
      const native = nativeOf(backend);
      const [batch, frames, channels] = x.shape;
      const size = batch * frames * channels;
      const [s0, s1, s2] = aleaState(seed ?? '');
      native.gatedResidual(
        native.address(x, size),
        native.address(gate, batch * channels),
        native.address(skip, size),
        s0,
        s1,
        s2,
        1 - rate,
        native.address(y, size),
        multiplier ? native.address(multiplier, size) : 0,
        batch,
        frames,
        channels,
      );
    });
  };
