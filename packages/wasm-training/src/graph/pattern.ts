import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import type { Symbolic } from './symbolic.ts';

/** Part of a graph that one operation computes. */
export interface Match {
  /** What nobody outside needs, and the result, in any order. */
  members: Symbolic[];
  /** What it is computed of. */
  inputs: Symbolic[];
  /** Undefined where the layers are set to what the operation does not know. */
  run(tf: Tf, inputs: Tensor[]): Tensor | undefined;
}

/**
 * Looks for a pattern whose result is `end`.
 *
 * @param consumers Who takes each symbolic tensor; a result of the model has one more, undefined.
 */
export type Pattern = (
  end: Symbolic,
  consumers: ReadonlyMap<Symbolic, readonly (Symbolic | undefined)[]>,
) => Match | undefined;
