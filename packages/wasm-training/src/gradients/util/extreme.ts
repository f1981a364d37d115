import type { Tensor } from '@tensorflow/tfjs-core';
import { reductionBlock } from '../../geometry/reduction-block.ts';
import type { GradientMaker } from '../gradient-maker.ts';
import { onWasm } from './on-wasm.ts';

/** Gradient of a maximum or minimum in one pass; tfjs compares, casts and multiplies. */
export const extreme =
  (axesAttr: 'axis' | 'reductionIndices'): GradientMaker =>
  (tf, original) =>
    onWasm(tf, original, (dy, saved, attrs) => {
      const [x, y] = saved;
      const axes = tf.util.parseAxisParam(attrs[axesAttr] as number | number[], x.shape);
      const block = reductionBlock(x.shape, axes);
      if (!block || x.dtype !== 'float32') return original.gradFunc(dy, saved, attrs);
      const inputs = { x, y, dy: dy as Tensor };
      return {
        x: () => tf.engine().runKernel('SerExtremeGrad', inputs, { ...block }) as Tensor,
      };
    });
