import type { SumAttrs, Tensor } from '@tensorflow/tfjs-core';
import { reductionBlock } from '../../geometry/reduction-block.ts';
import type { SpreadAttrs } from '../../kernels/spread.ts';
import type { GradientMaker } from '../gradient-maker.ts';
import { onWasm } from './on-wasm.ts';

/** Gradient of a sum, or of a mean, without the tensor of ones that tfjs multiplies by. */
export const reduction =
  ({ isMean }: { isMean: boolean }): GradientMaker =>
  (tf, original) =>
    onWasm(tf, original, (dy, saved, attrs) => {
      const [x] = saved;
      const axes = tf.util.parseAxisParam((attrs as unknown as SumAttrs).axis, x.shape);
      const block = reductionBlock(x.shape, axes);
      if (!block) return original.gradFunc(dy, saved, attrs);
      const divisor = isMean ? block.reduced : 1;
      const spread: SpreadAttrs = { ...block, shape: x.shape, divisor };
      return {
        x: () => tf.engine().runKernel('SerSpread', { x: dy as Tensor }, { ...spread }) as Tensor,
      };
    });
