import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../../geometry/geometry.ts';
import { type OperandSizes, operandSizes } from '../../geometry/operand-sizes.ts';
import { nativeOf } from '../../native/native.ts';
import { fillWithZeros } from './fill-with-zeros.ts';

type DepthwiseName = 'depthwiseConvolution' | 'depthwiseFilterGradient' | 'depthwiseInputGradient';
type Operand = keyof OperandSizes;

/** The two inputs and the output of each function. */
const OPERANDS: Record<DepthwiseName, [Operand, Operand, Operand]> = {
  depthwiseConvolution: ['x', 'filter', 'y'],
  depthwiseFilterGradient: ['x', 'y', 'filter'],
  depthwiseInputGradient: ['y', 'filter', 'x'],
};

/** Computes a depthwise convolution, or one of its gradients, from `a` and `b`. */
export function runDepthwise(
  backend: object,
  name: DepthwiseName,
  info: backend_util.Conv2DInfo,
  a: TensorInfo,
  b: TensorInfo,
  output: TensorInfo,
): void {
  const native = nativeOf(backend);
  const sizes = operandSizes(info, { isDepthwise: true });
  native.setGeometry(...geometryOf(info));
  const [aSize, bSize, outputSize] = OPERANDS[name].map((operand) => sizes[operand]);
  const addresses = [
    native.address(a, aSize),
    native.address(b, bSize),
    native.address(output, outputSize),
  ] as const;
  // Without channels the module would divide by zero.
  if (aSize === 0) fillWithZeros(backend, output);
  else native[name](...addresses);
}
