import type { Tensor } from '@tensorflow/tfjs-core';
import { fusedOp } from '../fused/fused-op.ts';
import type { SumSquaresAttrs } from '../kernels/sum-squares.ts';
import type { MethodMaker } from './method-maker.ts';
import { isTraining } from './util/training-input.ts';

/** What tfjs' regularizer `L1L2` has. */
interface L1L2 {
  readonly hasL1: boolean;
  readonly hasL2: boolean;
  readonly l2: number;
}

/** An L2 penalty alone, in one pass each way; tfjs takes nine. */
export const l1L2: MethodMaker<L1L2, [x: Tensor], Tensor> = (tf, original) =>
  function (x) {
    const { hasL1, hasL2, l2 } = this;
    const isServed = isTraining(tf) && hasL2 && !hasL1 && x.dtype === 'float32' && x.size > 0;
    if (!isServed) return original.call(this, x);
    const attrs: SumSquaresAttrs = { factor: l2 };
    const run = (name: string, inputs: Record<string, Tensor>): Tensor =>
      tf.engine().runKernel(name, inputs, { ...attrs });
    return fusedOp(
      tf,
      { x },
      (save) => {
        save([x]);
        return run('SerSumSquares', { x });
      },
      (dy, [x]) => ({ x: () => run('SerSumSquaresGrad', { x, dy }) }),
    );
  };
