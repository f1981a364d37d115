// What a stranger's file is made of.
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { Classifier } from '../classifier/classifier.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';

await setBackend('cpu');

/** JSON of any shape. */
// biome-ignore lint/suspicious/noExplicitAny: a hostile file has no type.
export type Any = any;

/** Files by what is wrong with them; each function loads one. */
export type Hostile = Readonly<Record<string, () => Promise<void>>>;

/** A small saved classifier: 4 values in, two labels out. */
export async function saved(): Promise<MemoryStore> {
  const model = sequential({ name: 'small' });
  model.add(layers.dense({ name: 'hidden', inputShape: [4], units: 3, activation: 'relu' }));
  model.add(layers.dense({ name: 'scores', units: 2, activation: 'softmax' }));
  const store = memoryStore();
  const scaler = new StandardScaler([0, 0, 0, 0], [1, 1, 1, 1]);
  const classifier = new Classifier({ model, labels: ['a', 'b'], scaler });
  await classifier.save(store);
  classifier.dispose();
  return store;
}

/** Loads a classifier with another `model.json`. */
export async function loadText(change: (text: string) => string): Promise<void> {
  const store = await saved();
  const text = change(new TextDecoder().decode(store.files.get('model.json')));
  await store.write('model.json', new TextEncoder().encode(text));
  (await Classifier.load(store)).dispose();
}

/** Loads a classifier whose `model.json` was changed. */
export async function load(change: (json: Any) => void): Promise<void> {
  await loadText((text) => {
    const json = JSON.parse(text);
    change(json);
    return JSON.stringify(json);
  });
}

export const layer = (className: string, name: string, from: Any, config: object = {}): Any => ({
  class_name: className,
  name,
  config: { name, trainable: true, ...config },
  inbound_nodes: from === undefined ? [] : [[].concat(from).map((each) => [each, 0, 0, {}])],
});
export const input = (shape: Any = [null, 4]): Any =>
  layer('InputLayer', 'in', undefined, { batch_input_shape: shape, dtype: 'float32' });
export const graph = (
  all: Any[],
  output: string = all.at(-1).name,
  name: string = 'graph',
): Any => ({
  class_name: 'Functional',
  config: { name, layers: all, input_layers: [['in', 0, 0]], output_layers: [[output, 0, 0]] },
});
/** Layers without weights, one after the other. */
export const chain = (length: number, start: string = 'in'): Any[] =>
  Array.from({ length }, (_, i) =>
    layer('Activation', `a${i}`, i === 0 ? start : `a${i - 1}`, { activation: 'softmax' }),
  );
export const withTopology = (topology: Any): Promise<void> =>
  load((json) => {
    json.modelTopology = topology;
  });
export const wrapped = (
  depth: number,
  wrap: (inner: Any, level: number) => Any,
  innermost: Any,
): Any => {
  let config = innermost;
  for (let level = 0; level < depth; level++) config = wrap(config, level);
  return config;
};
