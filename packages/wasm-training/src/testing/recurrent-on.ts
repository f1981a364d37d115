import * as tf from '@tensorflow/tfjs-core';
import type { layers as Layers } from '@tensorflow/tfjs-layers';
import { onBackend } from './on-backend.ts';
import { values } from './values.ts';

type Layer = Layers.Layer;

/** How a recurrent layer is called. */
export interface RecurrentCase {
  build: () => Layer;
  /** [batch, steps, …] */
  shape: number[];
  /** Frames that are masked: the example and the frame. Default: no mask. */
  masked?: [number, number][];
  /** The units of the first states that are given. Default: none are. */
  states?: number[];
  /** Default false. */
  training?: boolean;
  /** How often the layer is called before. Default 0. */
  calls?: number;
}

/** What a layer gives, and the gradients of a weighted sum of all of it. */
export interface RecurrentResult {
  outputs: { shape: number[]; data: Float32Array }[];
  /** Of the input, of the first states, and of the weights. */
  gradients: Float32Array[];
  /** What a stateful layer remembers. */
  states: Float32Array[];
}

const SCALE = 0.7;

/** Calls a recurrent layer on a backend. Its weights are seeded, and not small. */
export function recurrentOn(
  backend: string,
  { build, shape, masked, states = [], training = false, calls = 0 }: RecurrentCase,
): Promise<RecurrentResult> {
  return onBackend(backend, () => {
    const layer = build();
    layer.build(shape);
    const tensor = (of: number[], seed: number): tf.Tensor => tf.tensor(values(of, seed).data, of);
    layer.setWeights(
      layer.getWeights().map(({ shape }, i) => tf.mul(tensor(shape, 10 + i), SCALE)),
    );
    const x = tf.mul(tensor(shape, 1), 2);
    const initial = states.map((units, i) => tensor([shape[0], units], 2 + i));
    const mask = masked && maskOf(shape, masked);
    const call = (x: tf.Tensor, initialState: tf.Tensor[]): tf.Tensor[] => {
      const options = { mask, training, ...(states.length > 0 && { initialState }) };
      const output = layer.call(x, options);
      return Array.isArray(output) ? output : [output];
    };
    for (let i = 0; i < calls; i++) call(x, initial);
    const remembered = rememberedBy(layer).map((state) => tf.clone(state));
    const outputs = call(x, initial);
    const after = rememberedBy(layer).map((state) => state.dataSync() as Float32Array);
    const recall = (): void => {
      if (remembered.length > 0) (layer as unknown as Stateful).resetStates(remembered);
    };
    recall();
    const sum = (x: tf.Tensor, ...initialState: tf.Tensor[]): tf.Tensor => {
      const parts = call(x, initialState).map((output, i) =>
        tf.sum(tf.mul(output, tensor(output.shape, 30 + i))),
      );
      return tf.addN(parts) as tf.Tensor;
    };
    const ofInputs = tf.grads(sum)([x, ...initial]);
    recall();
    const { grads } = tf.variableGrads(() => sum(x, ...initial) as tf.Scalar);
    const ofWeights = layer.trainableWeights.map(({ name }) => grads[name]);
    const result = {
      outputs: outputs.map((output) => ({
        shape: output.shape,
        data: output.dataSync() as Float32Array,
      })),
      gradients: [...ofInputs, ...ofWeights].map((each) => each.dataSync() as Float32Array),
      states: after,
    };
    for (const weight of layer.weights) weight.dispose();
    disposeKept(layer);
    return result;
  });
}

interface Stateful {
  states_: tf.Tensor[] | null;
  keptStates: tf.Tensor[][];
  resetStates(states: tf.Tensor[]): void;
  cell?: { dropoutMask: tf.Tensor | tf.Tensor[]; recurrentDropoutMask: tf.Tensor | tf.Tensor[] };
}

function rememberedBy(layer: Layer): tf.Tensor[] {
  return (layer as unknown as Stateful).states_ ?? [];
}

/** What tfjs keeps of a layer after it is disposed. */
function disposeKept(layer: Layer): void {
  const { states_, keptStates, cell } = layer as unknown as Stateful;
  tf.dispose([states_ ?? [], keptStates ?? []]);
  if (cell) tf.dispose([cell.dropoutMask ?? [], cell.recurrentDropoutMask ?? []]);
}

function maskOf([batch, steps]: number[], masked: [number, number][]): tf.Tensor {
  const mask = new Uint8Array(batch * steps).fill(1);
  for (const [example, frame] of masked) mask[example * steps + frame] = 0;
  return tf.tensor(mask, [batch, steps], 'bool');
}
