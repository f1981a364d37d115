import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/**
 * A kernel whose loops know float32 alone: its inputs are cast first where they have another type.
 *
 * @param options.except The inputs that stay as they are.
 */
export const inFloats =
  (make: KernelMaker, { except = [] }: { except?: string[] } = {}): KernelMaker =>
  (tf, original) => {
    const kernelFunc = make(tf, original);
    return (args) => {
      const { inputs } = args;
      const names = Object.keys(inputs).filter(
        (name) => !except.includes(name) && (inputs[name]?.dtype ?? 'float32') !== 'float32',
      );
      if (names.length === 0) return kernelFunc(args);

      const backend = args.backend as WasmBackend;
      const cast: KernelFunc = tf.getKernel('Cast', 'wasm').kernelFunc;
      const floats = { ...inputs };
      const casts: TensorInfo[] = [];
      try {
        for (const name of names) {
          const x = inputs[name] as TensorInfo;
          const float = cast({ inputs: { x }, backend, attrs: { dtype: 'float32' } }) as TensorInfo;
          casts.push(float);
          floats[name] = float;
        }
        return kernelFunc({ ...args, inputs: floats });
      } finally {
        for (const { dataId } of casts) backend.disposeData(dataId);
      }
    };
  };
