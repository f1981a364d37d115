import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import type { KnownClasses } from '../util/known-classes.ts';

/** A method of a class of tfjs-layers. */
type Method<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result;

/** Where a method stands. */
interface MethodPlace {
  /** The classes that are registered beside its own. */
  classes: KnownClasses;
  /** That of its class. */
  prototype: object;
}

/**
 * Builds a method of a class of tfjs-layers.
 *
 * @param original tfjs' own, which serves other backends, and whatever else ours does not.
 */
export type MethodMaker<This, Args extends unknown[], Result> = (
  tf: Tf,
  original: Method<This, Args, Result>,
  place: MethodPlace,
) => Method<This, Args, Result>;

/** A `MethodMaker` of any method. */
export type AnyMethodMaker = (tf: Tf, original: never, place: MethodPlace) => unknown;

/** What a layer's method `call` is told beside its inputs. */
export type CallArgs = { training?: boolean } | null | undefined;

/** Builds what runs a class of layers: its method `call`. */
export type LayerMaker<Layer = never> = MethodMaker<
  Layer,
  [inputs: Tensor | Tensor[], kwargs: CallArgs],
  Tensor | Tensor[]
>;
