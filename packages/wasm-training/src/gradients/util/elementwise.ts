import type { Tensor } from '@tensorflow/tfjs-core';
import type { GradientMaker } from '../gradient-maker.ts';
import { onWasm } from './on-wasm.ts';

/** A gradient that one of our kernels computes from x and dy, element by element. */
export const elementwise =
  (kernelName: string): GradientMaker =>
  (tf, original) =>
    onWasm(tf, original, (dy, [x]) => ({
      x: () => tf.engine().runKernel(kernelName, { x, dy: dy as Tensor }) as Tensor,
    }));
