// Called in a process of its own, with limits.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { Classifier } from '../classifier/classifier.ts';
import type { Prediction } from '../classifier/prediction.ts';
import { LinearClassifier } from '../linear/linear-classifier.ts';
import { ModelError } from '../model-error.ts';
import { buildFrameModel } from '../models/build-frame-model.ts';
import { buildModel } from '../models/build-model.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { createRandom, type Random } from '../random/random.ts';
import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';
import { modelShape } from '../util/model-shape.ts';
import { saveLinear } from './save-linear.ts';

await tf.setBackend('cpu');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a value is replaced by, or a key. */
const VALUES: Json[] = [
  null,
  true,
  0,
  -1,
  0.5,
  3,
  1e9,
  2 ** 53,
  -1e308,
  '',
  'constructor',
  '__proto__',
  'toString',
  'scores',
  'Dense',
  'Functional',
  'float32',
  [],
  {},
  [[[]]],
  [null, 4, 1],
  { length: 4e9 },
  { class_name: 'Zeros', config: {} },
];

const MODELS: Record<string, () => LayersModel> = {
  reference: () =>
    buildModel({ inputShape: [4, 1], classes: 2, blocks: [{ filters: 3, kernelSize: 3 }] }),
  frames: () =>
    buildFrameModel({ inputShape: [3, 2], classes: 2, filters: 2, dilations: [1], squeeze: 0.5 }),
  recurrent: () => {
    const model = sequential();
    const layer = layers.lstm({
      units: 2,
      recurrentInitializer: 'glorotUniform',
    }) as layers.RNN;
    model.add(layers.bidirectional({ inputShape: [3, 2], layer, mergeMode: 'concat' }));
    model.add(layers.dense({ units: 2 }));
    model.add(layers.softmax());
    return model;
  },
};

async function save(kind: string): Promise<MemoryStore> {
  const model = MODELS[kind]();
  const { size } = modelShape('fuzz', model);
  const store = memoryStore();
  const scaler = new StandardScaler(new Array(size).fill(0.1), new Array(size).fill(2));
  const classifier = new Classifier({ model, labels: ['a', 'b'], scaler });
  await classifier.save(store);
  classifier.dispose();
  return store;
}

/** Every place of a value, as the object or list that holds it and the key. */
function places(json: Json, found: [holder: Json, key: string][] = []): [Json, string][] {
  if (typeof json !== 'object' || json === null) return found;
  for (const [key, value] of Object.entries(json)) {
    found.push([json, key]);
    places(value, found);
  }
  return found;
}

/** Changes a value, takes it away, doubles it, moves another there, or renames it. */
function mutate(json: Json, random: Random): void {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const all = places(json);
  const [holder, key] = pick(all) as [Record<string, Json>, string];
  const old = holder[key];
  const kind = random();
  if (kind < 0.5) holder[key] = structuredClone(pick(VALUES));
  else if (kind < 0.6) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (kind < 0.7 && typeof old === 'number') holder[key] = old * pick([2, -1, 1e6, 0.5]);
  else if (kind < 0.8) {
    const [other, otherKey] = pick(all) as [Record<string, Json>, string];
    holder[key] = structuredClone(other[otherKey]);
  } else if (kind < 0.9 && Array.isArray(old)) old.push(structuredClone(pick(old) ?? null));
  else if (!Array.isArray(holder)) {
    delete holder[key];
    const name = String(pick(VALUES));
    Object.defineProperty(holder, name, {
      value: old,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

/** What became of fuzzed models. */
export interface Outcomes {
  /** Loaded, and predicted or refused to in a typed way. */
  loaded: number;
  refused: number;
  /** What is neither, or left tensors in memory: the seed and why. */
  bad: string[];
}

/** Loads models with random changes, from seed 0 on; a model that loads predicts. */
export async function fuzz(kind: string, runs: number, first: number = 0): Promise<Outcomes> {
  const store = await save(kind);
  const text = new TextDecoder().decode(store.files.get('model.json'));
  const outcomes: Outcomes = { loaded: 0, refused: 0, bad: [] };
  for (let seed = 0; seed < runs; seed++) {
    const random = createRandom(first + seed);
    const json: Json = JSON.parse(text);
    for (let left = 1 + Math.floor(random() * 3); left > 0; left--) mutate(json, random);
    await store.write('model.json', new TextEncoder().encode(JSON.stringify(json)));
    const before = tf.memory().numTensors;
    let classifier: Classifier | undefined;
    try {
      classifier = await Classifier.load(store);
      outcomes.loaded++;
      const { size } = modelShape('fuzz', classifier.model);
      await classifier.predict([new Float32Array(size).fill(0.5)]);
    } catch (error) {
      if (!ModelError.isInstance(error)) outcomes.bad.push(`${seed}: ${(error as Error).stack}`);
      if (classifier) continue;
      outcomes.refused++;
      const left = tf.memory().numTensors - before;
      if (left !== 0)
        outcomes.bad.push(
          `${seed}: ${left} tensors left: ${(error as Error).message} ${((error as Error).cause as Error)?.stack}`,
        );
    } finally {
      classifier?.dispose();
    }
  }
  return outcomes;
}

/**
 * Loads models of one dense softmax layer with random changes. What `LinearClassifier` takes and
 * `Classifier` takes must have the same scores; what `Classifier` alone takes may only be of
 * another kind.
 */
export async function fuzzLinear(runs: number): Promise<Outcomes> {
  const { classifier: original, store } = await saveLinear();
  original.dispose();
  const text = new TextDecoder().decode(store.files.get('model.json'));
  const outcomes: Outcomes = { loaded: 0, refused: 0, bad: [] };
  for (let seed = 0; seed < runs; seed++) {
    const random = createRandom(seed);
    const json: Json = JSON.parse(text);
    for (let left = 1 + Math.floor(random() * 3); left > 0; left--) mutate(json, random);
    await store.write('model.json', new TextEncoder().encode(JSON.stringify(json)));
    const linear = await LinearClassifier.load(store).catch((error: unknown) => error);
    const classifier = await Classifier.load(store).catch((error: unknown) => error);
    if (linear instanceof LinearClassifier) {
      outcomes.loaded++;
      const x = new Float32Array(linear.features).fill(0.5);
      const [actual, wanted] = await Promise.all([
        linear.predict([x]).catch(codeOf),
        classifier instanceof Classifier ? classifier.predict([x]).catch(codeOf) : undefined,
      ]);
      if (wanted !== undefined && !isClose(actual, wanted)) {
        outcomes.bad.push(`${seed}: ${JSON.stringify([actual, wanted])}`);
      }
    } else {
      outcomes.refused++;
      if (!ModelError.isInstance(linear)) outcomes.bad.push(`${seed}: ${(linear as Error).stack}`);
      else if (classifier instanceof Classifier && linear.code !== 'not-linear') {
        outcomes.bad.push(`${seed}: refused ${linear.message}`);
      }
    }
    if (classifier instanceof Classifier) classifier.dispose();
  }
  return outcomes;
}

const codeOf = (error: unknown): string =>
  ModelError.isInstance(error) ? error.code : `${(error as Error).stack}`;

/** Whether two classifiers refuse an example for one reason, or give it the same scores. */
function isClose(actual: string | Prediction[], wanted: string | Prediction[]): boolean {
  if (typeof actual === 'string' || typeof wanted === 'string') return actual === wanted;
  // Float32 beside float64.
  return Object.entries(wanted[0].scores).every(
    ([label, score]) => Math.abs(actual[0].scores[label] - score) < 1e-6,
  );
}
