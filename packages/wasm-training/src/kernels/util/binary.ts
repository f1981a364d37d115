import type { TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../../native/float-bytes.ts';
import { makeOutput } from '../../native/make-output.ts';
import { nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/**
 * How an operand covers the output: `full`, `row` (it repeats along the leading axes) or `scalar`.
 * Undefined for the broadcasts that the backend's own kernels serve.
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

/** The operations of the module's `binary`, as assembly/elementwise.ts numbers them. */
const OPERATIONS = { add: 0, subtract: 1, multiply: 2, divide: 3 } as const;

/** An operation on two tensors, element by element, that broadcasts. */
export const binary =
  (operation: keyof typeof OPERATIONS): KernelMaker =>
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

    return makeOutput(backend, outShape, (y) => {
      const native = nativeOf(backend);
      const period = left === 'row' ? a.shape : right === 'row' ? b.shape : undefined;
      const columns = period ? util.sizeFromShape(period) : size;
      native.binary(
        OPERATIONS[operation],
        native.address(a, left === 'full' ? size : left === 'row' ? columns : 1),
        left === 'full' ? columns * FLOAT_BYTES : 0,
        left === 'scalar',
        native.address(b, right === 'full' ? size : right === 'row' ? columns : 1),
        right === 'full' ? columns * FLOAT_BYTES : 0,
        right === 'scalar',
        native.address(y, size),
        size / columns,
        columns,
      );
    });
  };
