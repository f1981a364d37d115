import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/** Rows [begin, begin + count) of every example of [batch, rows, columns]. */
export function slice(tf: Tf, x: Tensor, begin: number, count: number): Tensor {
  const [batch, , columns] = x.shape as [number, number, number];
  const attrs = { begin: [0, begin, 0], size: [batch, count, columns] };
  return tf.engine().runKernel('Slice', { x }, attrs);
}

/** Every frame of [batch, steps, features], times [batch, features]. */
export function scaleFrames(tf: Tf, x: Tensor, scale: Tensor): Tensor {
  const [batch, , features] = x.shape as [number, number, number];
  const b = tf.reshape(scale, [batch, 1, features]);
  return tf.engine().runKernel('Multiply', { a: x, b });
}

/** A mask as tfjs takes it: what is not 0 is 1. */
export function toZerosAndOnes(tf: Tf, x: Tensor): Tensor {
  const cast = (x: Tensor, dtype: string): Tensor =>
    tf.engine().runKernel('Cast', { x }, { dtype });
  return cast(x.dtype === 'bool' ? x : cast(x, 'bool'), 'float32');
}
