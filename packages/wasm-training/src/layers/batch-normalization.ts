import type { Tensor } from '@tensorflow/tfjs-core';
import type { BatchNormTrainingAttrs } from '../kernels/batch-norm-training.ts';
import type { LayerMaker } from './layer-maker.ts';
import { trainingInput } from './util/training-input.ts';

/** A variable of a layer. */
interface Weight {
  read(): Tensor;
  write(value: Tensor): void;
}

/** What tfjs' `BatchNormalization` has. */
interface BatchNormalization {
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly gamma?: Weight;
  readonly beta?: Weight;
  readonly movingMean: Weight;
  readonly movingVariance: Weight;
}

/**
 * Batch normalisation of the last axis while training: a kernel forward and one backward, to the
 * bits of the thirty that tfjs composes.
 */
export const batchNormalization: LayerMaker<BatchNormalization> = (tf, original) =>
  function (inputs, kwargs) {
    const x = trainingInput(tf, inputs, kwargs);
    const { gamma, beta, movingMean, movingVariance, epsilon } = this;
    const rank = x?.shape.length ?? 0;
    const isLast = this.axis === -1 || this.axis === rank - 1;
    const isServed = isLast && rank >= 2 && rank <= 4 && (x as Tensor).shape[rank - 1] > 1;
    if (!x || !isServed || !gamma || !beta) return original.call(this, inputs, kwargs);

    const attrs: BatchNormTrainingAttrs = { epsilon, decay: 1 - this.momentum };
    const run = (name: string, tensors: Record<string, Tensor>): Tensor[] =>
      tf.engine().runKernel(name, tensors, { ...attrs }) as unknown as Tensor[];
    return tf.customGrad((...args) => {
      const [input, scale, offset, save] = args as [Tensor, Tensor, Tensor, (t: Tensor[]) => void];
      const [value, mean, variance, newMean, newVariance] = run('SerBatchNormTraining', {
        x: input,
        scale,
        offset,
        movingMean: movingMean.read(),
        movingVariance: movingVariance.read(),
      });
      movingMean.write(newMean);
      movingVariance.write(newVariance);
      save([input, scale, mean, variance]);
      const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
        const [x, scale, mean, variance] = saved;
        return run('SerBatchNormTrainingGrad', { x, dy, mean, variance, scale });
      };
      return { value, gradFunc };
    })(x, gamma.read(), beta.read());
  };
