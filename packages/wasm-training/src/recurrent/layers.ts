import type { Tensor } from '@tensorflow/tfjs-core';

/** What this package reads of tfjs-layers' `RNN`. It does not import tfjs-layers. */
export interface RnnLayer {
  readonly cell: RnnCell;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly stateful: boolean;
  readonly states_: Tensor[] | null;
  resetStates(states: Tensor[], training: unknown): void;
  getInitialState(x: Tensor): Tensor[];
}

export interface CallOptions {
  mask?: Tensor | null;
  training?: unknown;
  initialState?: Tensor[] | null;
}

export type Call = (
  this: RnnLayer,
  x: Tensor | Tensor[],
  options?: CallOptions,
) => Tensor | Tensor[];

/** What it reads of cells. */
export interface RnnCell {
  readonly units: number;
  readonly activation: object;
  /** `SimpleRNNCell` has none. */
  readonly recurrentActivation?: object;
  readonly kernel: LayerVariable;
  readonly recurrentKernel: LayerVariable;
  readonly bias: LayerVariable | null;
  readonly dropout: number;
  readonly recurrentDropout: number;
  /** Made by the cell's first step; the first is that of the cells that have several. */
  readonly dropoutMask: Tensor | Tensor[] | null;
  readonly recurrentDropoutMask: Tensor | Tensor[] | null;
  call(inputs: Tensor[], options: { training: unknown }): Tensor[];
}

interface LayerVariable {
  read(): Tensor;
}
