import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { buildFromArtifact } from './build-from-artifact.ts';
import { readTopology } from './util/read-topology.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A model whose one tensor has 4 values n times, alone or inside of another model. */
function repeated(n: number, isNested: boolean) {
  const config = {
    name: 'm',
    layers: [
      {
        class_name: 'InputLayer',
        name: 'in',
        config: { name: 'in', batch_input_shape: [null, 4] },
        inbound_nodes: [],
      },
      {
        class_name: 'RepeatVector',
        name: 'r',
        config: { name: 'r', n },
        inbound_nodes: [[['in', 0, 0, {}]]],
      },
    ],
    input_layers: [['in', 0, 0]],
    output_layers: [['r', 0, 0]],
  };
  const inner = { class_name: 'Functional', config };
  const [input] = config.layers;
  const outer = {
    class_name: 'Functional',
    config: {
      ...config,
      name: 'outer',
      layers: [input, { ...inner, name: 'm', inbound_nodes: [[['in', 0, 0, {}]]] }],
      output_layers: [['m', 1, 0]],
    },
  };
  const modelTopology = readTopology(isNested ? outer : inner);
  return { modelTopology, weightSpecs: [], weightValues: 0, weights: new Uint8Array() } as never;
}

it.each([false, true])('takes a tensor of 2^26 values, and no larger one: %j', async (isNested) => {
  const { free } = await buildFromArtifact(repeated(2 ** 24, isNested));
  free();
  await expect(buildFromArtifact(repeated(2 ** 24 + 1, isNested))).rejects.toThrow(
    /^the output of its layer "(r|m)" is larger than any model's, \[null,16777217,4\]$/,
  );
});
