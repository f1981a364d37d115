// Called in processes of their own, with limits. Each gives a loader a stranger's file.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { Classifier } from '../classifier/classifier.ts';
import { ModelError } from '../model-error.ts';
import { folderStore } from '../node/folder-store.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';

await setBackend('cpu');

/** JSON of any shape. */
// biome-ignore lint/suspicious/noExplicitAny: a hostile file has no type.
type Any = any;

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
async function loadText(change: (text: string) => string): Promise<void> {
  const store = await saved();
  const text = change(new TextDecoder().decode(store.files.get('model.json')));
  await store.write('model.json', new TextEncoder().encode(text));
  (await Classifier.load(store)).dispose();
}

/** Loads a classifier whose `model.json` was changed. */
async function load(change: (json: Any) => void): Promise<void> {
  await loadText((text) => {
    const json = JSON.parse(text);
    change(json);
    return JSON.stringify(json);
  });
}

const layer = (className: string, name: string, from: Any, config: object = {}): Any => ({
  class_name: className,
  name,
  config: { name, trainable: true, ...config },
  inbound_nodes: from === undefined ? [] : [[].concat(from).map((each) => [each, 0, 0, {}])],
});
const input = (shape: Any = [null, 4]): Any =>
  layer('InputLayer', 'in', undefined, { batch_input_shape: shape, dtype: 'float32' });
const graph = (all: Any[], output = all.at(-1).name, name = 'graph'): Any => ({
  class_name: 'Functional',
  config: { name, layers: all, input_layers: [['in', 0, 0]], output_layers: [[output, 0, 0]] },
});
/** Layers without weights, one after the other. */
const chain = (length: number, start = 'in'): Any[] =>
  Array.from({ length }, (_, i) =>
    layer('Activation', `a${i}`, i === 0 ? start : `a${i - 1}`, { activation: 'softmax' }),
  );
const withTopology = (topology: Any) =>
  load((json) => {
    json.modelTopology = topology;
  });
const wrapped = (depth: number, wrap: (inner: Any, level: number) => Any, innermost: Any): Any => {
  let config = innermost;
  for (let level = 0; level < depth; level++) config = wrap(config, level);
  return config;
};

/** Files of some size. Each is tried in a process of its own. */
export const LARGE: Readonly<Record<string, () => Promise<void>>> = {
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

/** Files that contradict themselves. All are tried in one process. */
export const ODD: Readonly<Record<string, () => Promise<void>>> = {
  'an input of 1e9 values': () => withTopology(graph([input([null, 1e9]), ...chain(1)])),
  'an input of 1e5 × 1e5 values': () => withTopology(graph([input([null, 1e5, 1e5]), ...chain(1)])),
  'a batch of 1e9 examples': () =>
    withTopology(
      graph([input([1e9, 10, 4]), layer('SimpleRNN', 'rnn', 'in', { units: 1, stateful: true })]),
    ),
  'a sequence that is made 1e9 long': () =>
    withTopology(graph([input(), layer('RepeatVector', 'long', 'in', { n: 1e9 })])),
  'a negative input shape': () => withTopology(graph([input([null, -4]), ...chain(1)])),
  'a fractional input shape': () => withTopology(graph([input([null, 1.5]), ...chain(1)])),
  'an input shape of text': () => withTopology(graph([input('large'), ...chain(1)])),
  'an input shape in camel case': () => {
    const odd = input();
    odd.config = { name: 'in', batchInputShape: [null, 1e9] };
    return withTopology(graph([odd, ...chain(1)]));
  },
  'an input shape in two spellings': () => {
    const odd = input();
    odd.config.batchInputShape = [null, 1e9];
    return withTopology(graph([odd, ...chain(1)]));
  },
  'a shape that says it has 4e9 numbers': () =>
    withTopology(graph([input(), layer('Reshape', 'r', 'in', { target_shape: { length: 4e9 } })])),
  'an axis of -1e308': () =>
    withTopology(graph([input(), layer('Dot', 'd', ['in', 'in'], { axes: [[-1e308], 1] })])),
  'a layer that is an activation': () => {
    const activation = { class_name: 'Dense', config: { name: 'huge', units: 5e7 } };
    return withTopology(graph([input(), layer('Activation', 'a', 'in', { activation })]));
  },
  'a layer that is a constraint': () =>
    load((json) => {
      const constraint = { class_name: 'Dense', config: { name: 'huge', units: 5e7 } };
      json.modelTopology.config.layers[0].config.kernel_constraint = constraint;
    }),
  'a circle': () => {
    const all = [input(), ...chain(3)];
    all[1].inbound_nodes = [[['a2', 0, 0, {}]]];
    return withTopology(graph(all));
  },
  'a layer that takes itself': () => {
    const all = [input(), ...chain(1, 'a0')];
    return withTopology(graph(all));
  },
  'an inbound layer that is missing': () => withTopology(graph([input(), ...chain(2, 'none')])),
  'a call of a layer that is missing': () => {
    const all = [input(), ...chain(2)];
    all[2].inbound_nodes = [[['a0', 7, 0, {}]]];
    return withTopology(graph(all));
  },
  'a circle in a nested model': () =>
    withTopology(
      graph([
        input(),
        layer('Functional', 'm', 'in', graph([input(), ...chain(1, 'a0')], 'a0', 'm').config),
      ]),
    ),
  'a circle under other names': () => {
    const odd = JSON.parse(
      JSON.stringify(graph([input(), ...chain(1, 'a0')]))
        .replaceAll('inbound_nodes', 'inboundNodes')
        .replaceAll('class_name', 'className')
        .replace('Functional', '_model'),
    );
    return withTopology(odd);
  },
  "Keras 3's inbound nodes": () => {
    const all = [input(), ...chain(1)];
    const tensor = { class_name: '__keras_tensor__', config: { keras_history: ['in', 0, 0] } };
    all[1].inbound_nodes = [{ args: [tensor], kwargs: {} }];
    return withTopology(graph(all));
  },
  'two layers of one name': () => withTopology(graph([input(), ...chain(1), ...chain(1)])),
  'a layer called constructor': () =>
    withTopology(graph([input(), layer('Dense', 'constructor', 'in', { units: 2 })])),
  'a layer called __proto__': () =>
    withTopology(graph([input(), layer('Dense', '__proto__', 'in', { units: 2 })])),
  'a class called constructor': () =>
    withTopology(graph([input(), layer('constructor', 'x', 'in')])),
  'an output that is missing': () => withTopology(graph([input(), ...chain(1)], 'none')),
  'a topology of text': () => withTopology('model'),
  'a topology in a list': () => withTopology([]),
  'a topology with a prototype': () =>
    load((json) => {
      json.modelTopology = JSON.parse('{"__proto__":{"a":1}}');
    }),
  'a nested list of paths': () =>
    load((json) => {
      json.weightsManifest[0].paths = [['weights.bin']];
    }),
  'two files of weights': () =>
    load((json) => {
      json.weightsManifest[0].paths.push('more.bin');
    }),
  'two groups of weights': () =>
    load((json) => {
      json.weightsManifest.push(json.weightsManifest[0]);
    }),
  'weights in no list': () =>
    load((json) => {
      json.weightsManifest[0].weights = {};
    }),
  'a weight that is null': () =>
    load((json) => {
      json.weightsManifest[0].weights[0] = null;
    }),
  'weights of a negative shape': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = [-4, -3];
    }),
  'weights of a fractional shape': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = [0.5, 24];
    }),
  'weights of a shape of text': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = '43';
    }),
  'weights of 1e18 values': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = [1e9, 1e9];
    }),
  'weights of type string': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].dtype = 'string';
    }),
  'weights of type constructor': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].dtype = 'constructor';
    }),
  'quantised weights': () =>
    load((json) => {
      const quantization = { dtype: 'uint8', scale: 1, min: 0 };
      json.weightsManifest[0].weights[0].quantization = quantization;
    }),
  'a weight called __proto__': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].name = '__proto__';
    }),
  'two weights of one name': () =>
    load((json) => {
      const { weights } = json.weightsManifest[0];
      weights[1].name = weights[0].name;
    }),
  'labels that are no list': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = { length: 2 };
    }),
  'a million labels': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = new Array(1e6).fill('a');
    }),
  'a label twice': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = ['a', 'a'];
    }),
  'a version that is an object': () =>
    load((json) => {
      json.userDefinedMetadata.ser.version = { toString: 1 };
    }),
  'metadata that are a number': () =>
    load((json) => {
      json.userDefinedMetadata.ser = 5;
    }),
  'JSON that is null': () => loadText(() => 'null'),
  'JSON that is a list': () => loadText(() => '[]'),
  'JSON that is a number': () => loadText(() => '5'),
  'JSON that is cut short': () => loadText((text) => text.slice(0, -9)),
  'a page': () => loadText(() => '<!doctype html><p>no such page'),
  logits: () =>
    load((json) => {
      json.modelTopology.config.layers[1].config.activation = 'linear';
    }),
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

/**
 * Loads a model of nearly as many layers as there may be, each with two inputs, in the order that
 * takes longest.
 */
export async function loadLargest(): Promise<string> {
  const layersOf = 1990;
  const sums = Array.from({ length: layersOf }, (_, i) =>
    layer('Add', `s${i}`, i === 0 ? ['in', 'in'] : [`s${i - 1}`, 'in']),
  );
  const scores = layer('Softmax', 'scores', `s${layersOf - 1}`);
  const store = await saved();
  const json = JSON.parse(new TextDecoder().decode(store.files.get('model.json')));
  json.modelTopology = graph([input(), scores, ...sums.toReversed()], 'scores');
  json.weightsManifest[0].weights = [];
  json.userDefinedMetadata.ser.labels = ['a', 'b', 'c', 'd'];
  json.userDefinedMetadata.ser.weightsSha256 = '';
  await store.write('model.json', new TextEncoder().encode(JSON.stringify(json)));
  await store.write('weights.bin', new Uint8Array());
  const classifier = await Classifier.load(store);
  const [{ label }] = await classifier.predict([Float32Array.of(0, 0, 1e-6, 0)]);
  return label;
}

/** Runs one of `LARGE`. */
export async function runLarge(name: string): Promise<void> {
  await LARGE[name]();
}

/** Runs all of `ODD`: what each throws, by its name. */
export async function runOdd(): Promise<[name: string, thrown: string][]> {
  const outcomes: [string, string][] = [];
  for (const [name, run] of Object.entries(ODD)) {
    const thrown = await run().then(
      () => 'nothing',
      (error) => (ModelError.isInstance(error) ? error.code : `${error}`),
    );
    outcomes.push([name, thrown]);
  }
  return outcomes;
}
