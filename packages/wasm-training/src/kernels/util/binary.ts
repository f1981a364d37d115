import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../../native/make-output.ts';
import { nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/**
 * How an operand covers the output: `full`, `row` (repeats along the leading axes), `scalar`, or
 * undefined for the broadcasts that the backend's own kernels serve.
 */
function coverage(shape: number[], outShape: number[]): 'full' | 'row' | 'scalar' | undefined {
  // Axes of one element in front change nothing.
  const leading = shape.findIndex((size) => size !== 1);
  if (leading < 0) return 'scalar';
  const tail = shape.slice(leading);
  const covered = outShape.slice(outShape.length - tail.length);
  if (!tail.every((size, i) => size === covered[i])) return undefined;
  const rest = outShape.slice(0, outShape.length - tail.length);
  return rest.every((size) => size === 1) ? 'full' : 'row';
}

const binary =
  (operation: number): KernelMaker =>
  ({ broadcast_util, util }, original) =>
  (args) => {
    const { inputs, backend } = args;
    const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
    const outShape = broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
    const size = util.sizeFromShape(outShape);
    const left = coverage(a.shape, outShape);
    const right = coverage(b.shape, outShape);
    const isFloat = a.dtype === 'float32' && b.dtype === 'float32';
    // One operand at least must cover the output, or be alone with another scalar.
    const isSimple = left && right && (left === 'full' || right === 'full' || size === 1);
    if (original && !(isFloat && isSimple && size > 0)) return original(args);

    const y = makeOutput(backend, outShape);
    const native = nativeOf(backend);
    const period = left === 'row' ? a.shape : right === 'row' ? b.shape : undefined;
    const columns = period ? util.sizeFromShape(period) : size;
    native.binary(
      operation,
      native.address(a),
      left === 'full' ? columns * 4 : 0,
      left === 'scalar',
      native.address(b),
      right === 'full' ? columns * 4 : 0,
      right === 'scalar',
      native.address(y),
      size / columns,
      columns,
    );
    return y;
  };

// The numbers are those of assembly/elementwise.ts.
export const add: KernelMaker = binary(0);
export const sub: KernelMaker = binary(1);
export const multiply: KernelMaker = binary(2);
export const realDiv: KernelMaker = binary(3);
