import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classifier } from '../classifier/classifier.ts';
import { folderStore } from '../node/folder-store.ts';
import {
  chain,
  graph,
  type Hostile,
  input,
  layer,
  load,
  loadText,
  saved,
  withTopology,
  wrapped,
} from './hostile-files.ts';

/** Files of some size. */
export const LARGE: Hostile = {
  'a topology of 5e7 units': () =>
    load((json) => {
      json.modelTopology.config.layers[0].config.units = 5e7;
    }),
  'a matrix that is made orthogonal': () =>
    withTopology(
      graph([
        input([null, 10, 4]),
        layer('LSTM', 'lstm', 'in', {
          units: 3000,
          recurrent_initializer: { class_name: 'Orthogonal', config: { gain: 1 } },
        }),
      ]),
    ),
  'a scaler of 4e9 numbers': () =>
    load((json) => {
      json.userDefinedMetadata.ser.scaler = { mean: { length: 4e9 }, scale: { length: 4e9 } };
    }),
  'a scaler of a million numbers': () =>
    load((json) => {
      const mean = new Array(1e6).fill(0);
      json.userDefinedMetadata.ser.scaler = { mean, scale: mean.fill(1) };
    }),
  '20,000 layers': () => withTopology(graph([input(), ...chain(20_000)])),
  '20,000 layers in a sequence': () =>
    load((json) => {
      const [first] = json.modelTopology.config.layers;
      const { name, units } = first.config;
      const small = { class_name: 'Dense', config: { name, units } };
      json.modelTopology.config.layers = new Array(20_000).fill(small);
    }),
  'a layer with 100,000 inputs': () =>
    withTopology(graph([input(), layer('Add', 'sum', new Array(100_000).fill('in'))])),
  'a layer that is called 100,000 times': () => {
    const shared = layer('Activation', 'shared', 'in', { activation: 'softmax' });
    shared.inbound_nodes = new Array(100_000).fill(shared.inbound_nodes[0]);
    return withTopology(graph([input(), shared]));
  },
  'models a thousand deep': () =>
    withTopology(
      wrapped(
        1000,
        (inner, level) =>
          graph(
            [input(), layer('Functional', inner.config.name, 'in', inner.config)],
            inner.config.name,
            `m${level}`,
          ),
        graph([input(), ...chain(1)]),
      ),
    ),
  'wrappers that double forty times': () =>
    withTopology(
      graph([
        input([null, 10, 4]),
        {
          ...layer('Bidirectional', 'w', 'in'),
          ...wrapped(
            40,
            (inner, level) => ({
              class_name: 'Bidirectional',
              config: {
                name: level === 39 ? 'w' : `w${level}`,
                merge_mode: 'concat',
                layer: inner,
              },
            }),
            { class_name: 'SimpleRNN', config: { name: 'rnn', units: 1 } },
          ),
        },
      ]),
    ),
  'JSON a million lists deep': () =>
    loadText((text) => {
      const deep = `${'['.repeat(1e6)}${']'.repeat(1e6)}`;
      return text.replace('"modelTopology":{', `"modelTopology":{"deep":${deep},`);
    }),
  'two million empty objects': () =>
    load((json) => {
      json.modelTopology.many = new Array(2e6).fill({});
    }),
  'a model.json of a gibibyte': () => inFolder('model.json', 2 ** 30),
  'weights of a tebibyte': () => inFolder('weights.bin', 2 ** 40),
};

/** Loads from a folder in which one file has a hole of many bytes, which takes no disk. */
async function inFolder(file: string, size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-hostile-'));
  try {
    for (const [name, bytes] of (await saved()).files) await writeFile(join(folder, name), bytes);
    await truncate(join(folder, file), size);
    await Classifier.load(folderStore(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}
