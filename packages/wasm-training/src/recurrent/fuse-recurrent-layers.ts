import type { Tf } from '../tfjs.ts';
import { CELL_CLASSES } from './describe-cell.ts';
import { fusedCall } from './fused-call.ts';
import { KnownClasses } from './known-classes.ts';
import type { Call, RnnLayer } from './layers.ts';

/**
 * Makes the recurrent layers of tfjs-layers compute all their steps in one kernel, on the wasm
 * backend and where the kernels give what tfjs' own steps give. It finds the layers in the registry
 * of `tf`, those too that register themselves later.
 *
 * @returns A function that puts everything back.
 */
export function fuseRecurrentLayers(tf: Tf): () => void {
  const undo: (() => void)[] = [];
  let isOn = true;
  const classes = new KnownClasses(tf, ['RNN', ...CELL_CLASSES], (name, { prototype }) => {
    if (name !== 'RNN') return;
    const own = prototype as RnnLayer & { call: Call };
    const { call: original, getInitialState } = own;
    const call: Call = function (input, options) {
      const fused = (): ReturnType<Call> | undefined =>
        fusedCall(tf, classes, this, input, options, getInitialState);
      return (
        (isOn && tf.engine().tidy(fused as () => never)) || original.call(this, input, options)
      );
    };
    own.call = call;
    undo.push(() => {
      // Someone else may have come after us.
      if (own.call === call) own.call = original;
    });
  });
  return () => {
    isOn = false;
    classes.forget();
    for (const each of undo) each();
  };
}
