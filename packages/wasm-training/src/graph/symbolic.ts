import type { Tensor } from '@tensorflow/tfjs-core';

/** A layer of tfjs-layers, as far as a graph tells. */
interface Layer {
  apply(inputs: Tensor[], kwargs: object): Tensor | Tensor[];
  computeMask: unknown;
  /** Called at every call, where there is one. */
  readonly _callHook?: unknown;
}

/** What stands for a tensor in a model that is not run yet. */
export interface Symbolic {
  readonly id: number;
  readonly shape: (number | null)[];
  readonly inputs: Symbolic[];
  readonly sourceLayer: Layer;
  /** Of a layer with a list of outputs, which of them it is. */
  readonly outputTensorIndex?: number;
}

/** A model of tfjs-layers. */
export interface Model {
  readonly inputs: Symbolic[];
  readonly outputs: Symbolic[];
}
