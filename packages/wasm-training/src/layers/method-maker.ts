import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/** A method of a class of tfjs-layers. */
type Method<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result;

/**
 * Builds a method of a class of tfjs-layers.
 *
 * @param original tfjs' own, which serves other backends, and whatever else ours does not.
 */
export type MethodMaker<This, Args extends unknown[], Result> = (
  tf: Tf,
  original: Method<This, Args, Result>,
) => Method<This, Args, Result>;

/** A `MethodMaker` of any method. */
export type AnyMethodMaker = (tf: Tf, original: never) => unknown;

/** Builds what runs a class of layers: its method `call`. */
export type LayerMaker<Layer = never> = MethodMaker<
  Layer,
  [inputs: Tensor | Tensor[], kwargs: { training?: boolean }],
  Tensor | Tensor[]
>;
