import type { _FusedMatMulAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelMaker } from './kernel-maker.ts';
import { biasAndActivation } from './util/bias-and-activation.ts';

/**
 * Products with bias and activation. The backend's own kernel (tfjs 4.22.0) adds a wrong bias to
 * products of transposed or several matrices, leaves products of nothing unwritten, and refuses
 * whole numbers and a bias that is no list of the columns. Those are a kernel each for product, bias
 * and activation.
 *
 * a [batch, m, depth], b [batch, depth, n], bias as `Add` broadcasts it → [batch, m, n].
 */
export const fusedMatMul: KernelMaker = (tf, original) => (args) => {
  const { inputs, backend, attrs } = args;
  const { a, b, bias, preluActivationWeights } = inputs as Record<string, TensorInfo>;
  const { transposeA, transposeB, activation, leakyreluAlpha } =
    attrs as unknown as _FusedMatMulAttrs;
  const isBatch = [a, b].some(({ shape }) => tf.util.sizeFromShape(shape.slice(0, -2)) > 1);
  const isFloat = a.dtype === 'float32' && b.dtype === 'float32';
  const isBiasServed = !bias || tf.util.arraysEqual(bias.shape, b.shape.slice(-1));
  const isEmpty = [a, b].some(({ shape }) => tf.util.sizeFromShape(shape) === 0);
  const isServed = isFloat && isBiasServed && !isBatch && !isEmpty && !transposeA && !transposeB;
  if (original && isServed) return original(args);

  const { kernelFunc } = tf.getKernel('BatchMatMul', 'wasm');
  const product = { inputs: { a, b }, backend, attrs: { transposeA, transposeB } };
  const fusion = { bias, activation, preluActivationWeights, leakyreluAlpha };
  return biasAndActivation(tf, backend, kernelFunc(product) as TensorInfo, fusion);
};
