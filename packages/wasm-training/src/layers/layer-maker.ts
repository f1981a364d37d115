import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/** What tfjs-layers runs a layer by; `this` is the layer. */
export type LayerCall<Layer> = (
  this: Layer,
  inputs: Tensor | Tensor[],
  kwargs: { training?: boolean },
) => Tensor | Tensor[];

/**
 * Builds what runs a class of layers.
 *
 * @param original tfjs' own, which serves other backends, and whatever else ours does not.
 */
export type LayerMaker<Layer = never> = (tf: Tf, original: LayerCall<Layer>) => LayerCall<Layer>;
