import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import { compose } from './compose.ts';
import type { Convolution } from './convolution.ts';
import { fusedOp } from './fused-op.ts';
import { shaped } from './shaped.ts';

/** A variable of a layer. */
export interface Weight {
  read(): Tensor;
  write(value: Tensor): void;
}

/** What tfjs' `BatchNormalization` has. */
export interface BatchNormalization {
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly gamma?: Weight;
  readonly beta?: Weight;
  readonly movingMean: Weight;
  readonly movingVariance: Weight;
}

/** What stands before and behind the normalisation. */
interface Around {
  /** Default: none. */
  convolution?: Convolution;
  /** Whether the convolution is rectified. Default false. */
  rectifiesInput?: boolean;
  /** Whether what is normalised is rectified. Default false. */
  rectifiesOutput?: boolean;
}

/**
 * Whether `normalise` knows the layer: that it normalises the last axis, of `rank`, with scale and
 * offset. Of one channel, sums run in another order.
 */
export function normalises(
  { axis, gamma, beta }: BatchNormalization,
  rank: number,
  channels: number,
): boolean {
  const isLast = axis === -1 || axis === rank - 1;
  return isLast && rank >= 2 && rank <= 4 && channels > 1 && gamma != null && beta != null;
}

/**
 * Batch normalisation of the last axis while training, with the convolution before it and the
 * rectifier behind it, as one operation: to the bits of the forty that tfjs composes. The moving
 * averages are updated.
 */
export function normalise(
  tf: Tf,
  { gamma, beta, movingMean, movingVariance, momentum, epsilon }: BatchNormalization,
  input: Tensor,
  { convolution, rectifiesInput = false, rectifiesOutput = false }: Around = {},
): Tensor {
  const shared = { epsilon, rectifiesInput, rectifiesOutput };
  const [scale, offset] = [gamma, beta].map((weight) => (weight as Weight).read());
  const { kernel, bias } = convolution ?? {};
  const forward = (save: (tensors: Tensor[]) => void): Tensor => {
    const [y, mean, variance, newMean, newVariance, made] = compose(tf, (run) => {
      const z = convolution?.forward(run, input);
      const moving = { movingMean: movingMean.read(), movingVariance: movingVariance.read() };
      const inputs = { x: z ?? input, bias, scale, offset, ...moving };
      const attrs = { ...shared, decay: 1 - momentum };
      const [y, ...moments] = run('SerBatchNormTraining', inputs, attrs);
      if (!convolution || !z) return [y, ...moments];
      return [shaped(y, convolution.outShape(z.shape)), ...moments, z];
    });
    movingMean.write(newMean);
    movingVariance.write(newVariance);
    save([input, mean, variance, ...(made ? [made] : [])]);
    return y;
  };
  return fusedOp(
    tf,
    { input, scale, offset, ...(kernel && { kernel }), ...(bias && { bias }) },
    forward,
    (dy, [x, mean, variance, made = x]) => {
      const [dz, dScale, dOffset, dBias] = compose(tf, (run) =>
        run(
          'SerBatchNormTrainingGrad',
          { x: made, dy, mean, variance, scale, offset },
          { ...shared, hasBias: bias !== undefined },
        ),
      );
      const own = { scale: () => dScale, offset: () => dOffset, bias: () => dBias };
      return { input: () => dz, ...own, ...convolution?.gradients(tf, x, dz) };
    },
  );
}
