import type { Tensor } from '@tensorflow/tfjs-core';
import { fusedOp } from '../fused/fused-op.ts';
import type { Tf } from '../tfjs.ts';
import type { RecurrenceAttrs } from './recurrence-attrs.ts';

/** What a recurrence is computed of: `RecurrenceInputs` as tensors. */
export interface RecurrenceTensors {
  x: Tensor;
  kernel: Tensor;
  recurrent: Tensor;
  bias?: Tensor;
  state?: Tensor;
  carry?: Tensor;
  mask?: Tensor;
  dropout?: Tensor;
}

/** Those that have a gradient. */
const DIFFERENTIABLE = ['x', 'kernel', 'recurrent', 'bias', 'state', 'carry'] as const;
const KEPT = ['gates', 'states', 'others'] as const;
/** As `SerRecurrenceGrad` gives them. */
const GRADIENTS = ['kernel', 'recurrent', 'state', 'carry', 'bias'] as const;

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
  const given = Object.fromEntries(
    Object.entries(tensors).filter(([, tensor]) => tensor !== undefined),
  ) as Named;
  // What a gradient needs costs memory, and nobody may ask for one.
  const own = { ...attrs, keep: engine.state.gradientDepth > 0 };
  const run = (name: string, inputs: Named): Tensor[] =>
    engine.runKernel(name, inputs, own) as unknown as Tensor[];
  const names = DIFFERENTIABLE.filter((name) => given[name]);
  return fusedOp(
    tf,
    Object.fromEntries(names.map((name) => [name, given[name]])),
    (save) => {
      const [y, ...kept] = run('SerRecurrence', given);
      save([...Object.values(given), ...kept]);
      return y;
    },
    (dy, saved) => {
      const inputs: Named = { dy };
      for (const [i, name] of [...Object.keys(given), ...KEPT].entries()) inputs[name] = saved[i];
      const gradients = run('SerRecurrenceGrad', inputs);
      // Of all gradients that of x alone is costly by itself, and data have none.
      const ofInput = (): Tensor => engine.runKernel('SerRecurrenceInputGrad', inputs, own);
      const all: Record<string, () => Tensor> = { x: ofInput };
      for (const [i, name] of GRADIENTS.entries()) all[name] = () => gradients[i];
      return Object.fromEntries(names.map((name) => [name, all[name]]));
    },
  );
}
