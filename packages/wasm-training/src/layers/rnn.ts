import { fusedCall } from '../recurrent/fused-call.ts';
import type { Call, RnnLayer } from '../recurrent/layers.ts';
import type { MethodMaker } from './method-maker.ts';

/**
 * All steps of a recurrent layer in one kernel, on the wasm backend and where the kernel gives what
 * tfjs' own steps give.
 */
export const rnn: MethodMaker<RnnLayer, Parameters<Call>, ReturnType<Call>> = (
  tf,
  original,
  { classes, prototype },
) => {
  const { getInitialState } = prototype as RnnLayer;
  return function (input, options) {
    const fused = (): ReturnType<Call> | undefined =>
      fusedCall(tf, classes, this, input, options, getInitialState);
    return tf.engine().tidy(fused as () => never) || original.call(this, input, options);
  };
};
