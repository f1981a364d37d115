import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { Classifier } from '../classifier/classifier.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { createRandom } from '../random/random.ts';
import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';

/** What `saveLinear` saves. */
export interface LinearModelOptions {
  features?: number;
  classes?: number;
  useBias?: boolean;
  scaler?: { clip?: number } | null;
  /** Whether a layer for the input stands before the dense one. */
  hasInputLayer?: boolean;
  seed?: number;
}

/** A model of one dense softmax layer with random weights, and what `Classifier.save` makes of it. */
export async function saveLinear({
  features = 5,
  classes = 3,
  useBias = true,
  scaler = {},
  hasInputLayer = false,
  seed = 1,
}: LinearModelOptions = {}): Promise<{ classifier: Classifier; store: MemoryStore }> {
  const random = createRandom(seed);
  const numbers = (length: number): number[] => Array.from({ length }, () => 2 * random() - 1);
  const model = build(features, classes, useBias, hasInputLayer);
  tf.tidy(() =>
    model.setWeights(model.getWeights().map(({ shape, size }) => tf.tensor(numbers(size), shape))),
  );
  const classifier = new Classifier({
    model,
    labels: Array.from({ length: classes }, (_, i) => `label ${i}`),
    scaler: scaler
      ? new StandardScaler(
          numbers(features),
          numbers(features).map((value) => 1.5 + value),
          scaler,
        )
      : undefined,
    extractor: { features: [{ kind: 'functionals' }] },
    testVariants: ['speed-15/16'],
  });
  const store = memoryStore();
  await classifier.save(store);
  return { classifier, store };
}

function build(
  features: number,
  units: number,
  useBias: boolean,
  hasInputLayer: boolean,
): LayersModel {
  const model = sequential();
  if (hasInputLayer) model.add(layers.inputLayer({ inputShape: [features] }));
  const inputShape = hasInputLayer ? undefined : [features];
  model.add(
    layers.dense({ units, useBias, activation: 'softmax', ...(inputShape && { inputShape }) }),
  );
  return model;
}

/** Random examples, each of some numbers. */
export function randomExamples(count: number, features: number, seed: number = 2): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: features }, () => 6 * random() - 3),
  );
}

/** A store whose `model.json` was changed. */
export async function changed(
  store: MemoryStore,
  // biome-ignore lint/suspicious/noExplicitAny: a changed file has no type.
  change: (json: any) => void,
): Promise<MemoryStore> {
  const json = JSON.parse(new TextDecoder().decode(store.files.get('model.json')));
  change(json);
  await store.write('model.json', new TextEncoder().encode(JSON.stringify(json)));
  return store;
}
