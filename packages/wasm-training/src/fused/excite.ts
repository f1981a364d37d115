import type { Tensor } from '@tensorflow/tfjs-core';
import type { DropoutAttrs } from '../kernels/dropout.ts';
import type { Tf } from '../tfjs.ts';
import { compose, type RunKernel } from './compose.ts';
import { fusedOp } from './fused-op.ts';
import { shaped } from './shaped.ts';

/** What a squeeze-and-excitation is made of. */
export interface Excitation {
  /** [channels, narrow] of the rectified layer. */
  squeeze: Tensor;
  /** [narrow]. */
  squeezeBias: Tensor;
  /** [narrow, channels] of the sigmoid layer. */
  excite: Tensor;
  /** [channels]. */
  exciteBias: Tensor;
  /** Of the dropout behind it. Default: none. */
  dropout?: DropoutAttrs;
}

const PLAIN = { transposeA: false, transposeB: false };
const FUSED = { ...PLAIN, activation: 'linear', leakyreluAlpha: 0.2 };

/**
 * A squeeze-and-excitation (Hu et al. 2018) with dropout and the residual connection, y = skip +
 * dropout(x·gate(mean(x))), as one operation: to the bits of the thirty that tfjs composes.
 *
 * @param x [batch, frames, channels]; skip alike.
 */
export function excite(
  tf: Tf,
  x: Tensor,
  skip: Tensor,
  { squeeze, squeezeBias, excite, exciteBias, dropout }: Excitation,
): Tensor {
  const [batch, , channels] = x.shape;
  const narrow = squeeze.shape[1] as number;
  const list = (each: { shape: number[] } & Parameters<typeof shaped>[0]) =>
    shaped(each, [1, ...each.shape]);
  const forward = (save: (tensors: Tensor[]) => void): Tensor => {
    const [y, ...saved] = compose(tf, (run) => {
      const [mean] = run('Mean', { x }, { axis: [1], keepDims: false });
      const [product] = run('BatchMatMul', { a: mean, b: squeeze }, PLAIN);
      const [biased] = run('Add', { a: product, b: squeezeBias });
      const [bottleneck] = run('Relu', { x: biased });
      const [wide] = run('_FusedMatMul', { a: list(bottleneck), b: list(excite) }, FUSED);
      const [logits] = run('Add', { a: shaped(wide, [batch, channels]), b: exciteBias });
      const [gate] = run('Sigmoid', { x: logits });
      const [y, ...multiplier] = run('SerGatedResidual', { x, gate, skip }, dropout);
      return [y, mean, biased, bottleneck, gate, ...multiplier];
    });
    save([x, ...saved]);
    return y;
  };
  return fusedOp(
    tf,
    { x, skip, squeeze, squeezeBias, excite, exciteBias },
    forward,
    (dy, [x, mean, biased, bottleneck, gate, multiplier]) => {
      const rows = (run: RunKernel, of: Parameters<typeof shaped>[0]) =>
        run('Sum', { x: of }, { axis: [0], keepDims: false })[0];
      const [dx, dSqueeze, dSqueezeBias, dExcite, dExciteBias] = compose(tf, (run) => {
        const [dxGated, dGate] = run('SerGatedResidualGrad', { dy, x, gate, multiplier });
        const [dLogits] = run('SerSigmoidGrad', { x: gate, dy: dGate });
        const dExciteBias = rows(run, dLogits);
        const back = { ...PLAIN, transposeB: true };
        const across = { ...PLAIN, transposeA: true };
        const dWide = { a: list(dLogits), b: list(excite) };
        const [dBottleneck] = run('BatchMatMul', dWide, back);
        const [dExcite] = run('BatchMatMul', { a: list(bottleneck), b: list(dLogits) }, across);
        const [dBiased] = run('SerReluGrad', {
          x: biased,
          dy: shaped(dBottleneck, [batch, narrow]),
        });
        const dSqueezeBias = rows(run, dBiased);
        const [dMean] = run('BatchMatMul', { a: dBiased, b: squeeze }, back);
        const [dSqueeze] = run('BatchMatMul', { a: mean, b: dBiased }, across);
        const [dx] = run('SerAddSpread', { y: dxGated, dMean });
        return [dx, dSqueeze, dSqueezeBias, shaped(dExcite, excite.shape), dExciteBias];
      });
      return {
        x: () => dx,
        skip: () => tf.engine().runKernel('Identity', { x: dy }) as Tensor,
        squeeze: () => dSqueeze,
        squeezeBias: () => dSqueezeBias,
        excite: () => dExcite,
        exciteBias: () => dExciteBias,
      };
    },
  );
}
