import type { Tensor } from '@tensorflow/tfjs-core';
import { fusedOp } from '../fused/fused-op.ts';
import type { DropoutAttrs } from '../kernels/dropout.ts';
import type { LayerMaker } from './method-maker.ts';
import { trainingInput } from './util/training-input.ts';

/** What tfjs' `Dropout` has. */
interface Dropout {
  readonly rate: number;
  readonly seed?: number | string;
  getNoiseShape(input: Tensor): number[] | undefined;
  invokeCallHook(inputs: Tensor | Tensor[], kwargs: object): void;
}

/**
 * Dropout with a seed: its mask is drawn in WebAssembly, to the bits that tfjs draws in JavaScript.
 * Without a seed, and with a shape of the noise, tfjs' own runs.
 */
export const dropout: LayerMaker<Dropout> = (tf, original) =>
  function (inputs, kwargs) {
    const x = trainingInput(tf, inputs, kwargs);
    const { rate } = this;
    const isRate = 0 < rate && rate < 1;
    if (!x || !isRate || this.seed == null || this.getNoiseShape(x) != null) {
      return original.call(this, inputs, kwargs);
    }
    this.invokeCallHook(inputs, { ...kwargs });
    const attrs: DropoutAttrs = { rate, seed: String(this.seed) };
    const run = (name: string, tensors: Record<string, Tensor>): Tensor | Tensor[] =>
      tf.engine().runKernel(name, tensors, { ...attrs });
    return fusedOp(
      tf,
      { x },
      (save) => {
        const [y, multiplier] = run('SerDropout', { x }) as Tensor[];
        save([multiplier]);
        return y;
      },
      (dy, [multiplier]) => ({ x: () => run('Multiply', { a: dy, b: multiplier }) as Tensor }),
    );
  };
