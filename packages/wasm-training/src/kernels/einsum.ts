import type { EinsumAttrs, KernelFunc, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../native/wasm-backend.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { shareMemory } from './util/share-memory.ts';

/**
 * Einstein's sums, made of the backend's own transposes, products and sums as on tfjs' cpu backend.
 * The wasm backend has no such kernel.
 */
export const einsum: KernelMaker = (tf) => (args) => {
  const { backend_util, util } = tf;
  const backend = args.backend as WasmBackend;
  const { equation } = args.attrs as unknown as EinsumAttrs;
  const tensors = args.inputs as unknown as TensorInfo[];
  const count = Object.keys(tensors).length;
  const { allDims, summedDims, idDims } = backend_util.decodeEinsumEquation(equation, count);
  backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as never);
  const { path, steps } = backend_util.getEinsumComputePath(summedDims, idDims);

  const made: TensorInfo[] = [];
  const run = (name: string, inputs: object, attrs?: NamedAttrMap): TensorInfo => {
    const kernelFunc: KernelFunc = tf.getKernel(name, 'wasm').kernelFunc;
    const y = kernelFunc({ inputs: { ...inputs }, backend, attrs }) as TensorInfo;
    made.push(y);
    return y;
  };
  /** An operand with an axis for each letter that is left, of one element where it has none. */
  const aligned = (id: number, axesLeft: number): TensorInfo => {
    const axes = backend_util.getEinsumPermutation(axesLeft, idDims[id]);
    const perm = axes.permutationIndices;
    const isInOrder = backend_util.isIdentityPermutation(perm);
    const x = isInOrder ? tensors[id] : run('Transpose', { x: tensors[id] }, { perm });
    const shape = [...x.shape];
    for (const axis of axes.expandDims) shape.splice(axis, 0, 1);
    return util.arraysEqual(x.shape, shape) ? x : run('Reshape', { x }, { shape });
  };

  let product: TensorInfo | undefined;
  try {
    for (const [step, ids] of steps.entries()) {
      const axesLeft = allDims.length - step;
      for (const id of ids) {
        const x = aligned(id, axesLeft);
        product = product ? run('Multiply', { a: x, b: product }) : x;
      }
      if (step < steps.length - 1 && path[step] >= 0) {
        product = run('Sum', { x: product }, { axis: path[step] - step, keepDims: false });
      }
    }
    return shareMemory(backend, product as TensorInfo);
  } finally {
    for (const { dataId } of made) backend.disposeData(dataId);
  }
};
