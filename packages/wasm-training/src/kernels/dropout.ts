import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { aleaState } from './util/alea-state.ts';

/** Attributes of the kernel `SerDropout`. */
export interface DropoutAttrs {
  /** The share of values that become 0, in (0, 1). */
  rate: number;
  /** Of the generator, as tfjs makes one of it. */
  seed: string;
}

/**
 * The kernel `SerDropout`: x → [y, multiplier] of its shape, with y = x·multiplier. The multiplier
 * is, to the bit, that of `tf.dropout(x, rate, undefined, seed)`, which draws it in JavaScript.
 */
export const dropout: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const x = inputs.x as TensorInfo;
    const { rate, seed } = attrs as unknown as DropoutAttrs;
    return makeOutputs(backend, [x.shape, x.shape], ([y, multiplier]) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(x.shape);
      const [s0, s1, s2] = aleaState(seed);
      native.dropout(
        native.address(x, size),
        s0,
        s1,
        s2,
        1 - rate,
        native.address(y, size),
        native.address(multiplier, size),
        size,
      );
    });
  };
