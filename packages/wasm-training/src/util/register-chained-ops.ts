import type * as tfc from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/**
 * The methods of tensors that tfjs-layers (its Orthogonal initializer, so every recurrent layer; its
 * metric `r2Score`; its attention) and tfjs-core's own gradients call. tfjs-core alone leaves them
 * out: they come with `@tensorflow/tfjs`, or with a file of tfjs-core that only bundlers can import.
 */
const CHAINED_OPS = [
  'broadcastTo',
  'div',
  'expandDims',
  'gather',
  'greaterEqual',
  'logicalAnd',
  'mean',
  'minimum',
  'pad',
  'reshape',
  'sign',
  'slice',
  'split',
  'square',
  'squeeze',
  'stridedSlice',
  'sub',
  'sum',
  'transpose',
] as const;

type Method = (this: tfc.Tensor, ...args: unknown[]) => unknown;

/**
 * Gives tensors the methods that they lack and that tfjs itself calls.
 *
 * @returns A function that takes them away again.
 */
export function registerChainedOps(tf: Tf): () => void {
  const ops = tf as unknown as Record<string, (x: unknown, ...args: unknown[]) => unknown>;
  const methods = new Map<string, Method>(
    CHAINED_OPS.map((name) => [
      name,
      function (...args) {
        return ops[name](this, ...args);
      },
    ]),
  );
  methods.set('flatten', function () {
    return tf.reshape(this, [this.size]);
  });
  const undo = [...tensorClasses(tf)].flatMap(({ prototype }) =>
    [...methods]
      .filter(([name]) => !(name in prototype))
      .map(([name, value]) => {
        Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
        return () => void Reflect.deleteProperty(prototype, name);
      }),
  );
  return () => {
    for (const each of undo) each();
  };
}

/** The class of `tf`, and that of the copy of tfjs-core which all copies in a realm share. */
function tensorClasses({ Tensor }: Tf): Set<{ prototype: object }> {
  const { _tfGlobals } = globalThis as { _tfGlobals?: Map<string, unknown> };
  const shared = _tfGlobals?.get('Tensor') as { prototype: object } | undefined;
  return new Set([Tensor, shared ?? Tensor]);
}
