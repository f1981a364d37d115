import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import type { RecurrenceAttrs } from './recurrence-attrs.ts';

/** What a recurrence is computed of: `RecurrenceInputs` as tensors. */
export interface RecurrenceTensors {
  pre: Tensor;
  recurrent: Tensor;
  bias?: Tensor;
  state?: Tensor;
  carry?: Tensor;
  mask?: Tensor;
  dropout?: Tensor;
}

/** Those that have a gradient. */
const DIFFERENTIABLE = ['pre', 'recurrent', 'bias', 'state', 'carry'] as const;
const KEPT = ['gates', 'states', 'others'] as const;

type Named = Record<string, Tensor>;

/**
 * All steps of a recurrence, with their gradient.
 *
 * @returns `SerRecurrence`'s y, [batch, rows, units].
 */
export function runRecurrence(
  tf: Tf,
  tensors: RecurrenceTensors,
  attrs: Omit<RecurrenceAttrs, 'keep'>,
): Tensor {
  const engine = tf.engine();
  const given: Named = Object.fromEntries(
    Object.entries(tensors).filter(([, tensor]) => tensor !== undefined),
  );
  const names = DIFFERENTIABLE.filter((name) => given[name]);
  // What a gradient needs costs memory, and nobody may ask for one.
  const own = { ...attrs, keep: engine.state.gradientDepth > 0 };
  const run = engine.customGrad((...args) => {
    const save = args[args.length - 1] as unknown as (saved: Tensor[]) => void;
    const [y, ...kept] = engine.runKernel('SerRecurrence', given, own) as unknown as Tensor[];
    save([...Object.values(given), ...kept]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
      const savedNames = [...Object.keys(given), ...KEPT];
      const inputs: Named = { dy };
      for (const [i, name] of savedNames.entries()) inputs[name] = saved[i];
      const [pre, recurrent, state, carry, bias] = engine.runKernel(
        'SerRecurrenceGrad',
        inputs,
        own,
      ) as unknown as Tensor[];
      const gradients: Named = { pre, recurrent, state, carry, bias };
      return names.map((name) => gradients[name]);
    };
    return { value: y, gradFunc };
  });
  return run(...names.map((name) => given[name]));
}
