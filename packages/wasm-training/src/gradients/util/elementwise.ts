import type { Tensor } from '@tensorflow/tfjs-core';
import type { GradientMaker } from '../gradient-maker.ts';
import { onWasm } from './on-wasm.ts';

const elementwise =
  (kernelName: string): GradientMaker =>
  (tf, original) =>
    onWasm(tf, original, (dy, [x]) => ({
      x: () => tf.engine().runKernel(kernelName, { x, dy: dy as Tensor }) as Tensor,
    }));

export const reluGradient: GradientMaker = elementwise('SerReluGrad');
export const squareGradient: GradientMaker = elementwise('SerSquareGrad');
