import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import type { KnownClasses } from '../util/known-classes.ts';
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

/** What a pattern is looked for in. */
interface Graph {
  /** Who takes each symbolic tensor; a result of the model has one more, undefined. */
  consumers: ReadonlyMap<Symbolic, readonly (Symbolic | undefined)[]>;
  /** What layers and activations are told apart by: their own class, not one above. */
  classes: KnownClasses;
}

/** Looks for a pattern whose result is `end`. */
export type Pattern = (end: Symbolic, graph: Graph) => Match | undefined;
