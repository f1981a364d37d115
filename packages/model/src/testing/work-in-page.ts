// For pages and for Node alike, so that their results can be compared.
import '@tensorflow/tfjs-backend-cpu';
import { enableWasmTraining } from '@ser/wasm-training';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { type ChosenBackend, chooseBackend } from '../backends/choose-backend.ts';
import { averageWeights } from '../callbacks/average-weights.ts';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { Classifier } from '../classifier/classifier.ts';
import type { Prediction } from '../classifier/prediction.ts';
import { ModelError } from '../model-error.ts';
import { buildModel, type ModelConfig } from '../models/build-model.ts';
import { cosineDecay } from '../schedules/cosine-decay.ts';
import { fileListStore } from '../stores/file-list-store.ts';
import { deserializeState } from '../training/deserialize-state.ts';
import { fit } from '../training/fit.ts';
import { serializeState } from '../training/serialize-state.ts';
import { sha256 } from '../util/sha256.ts';
import { getWeightsData } from '../util/weights-data.ts';

/** The result of a training run. */
export interface Run extends ChosenBackend {
  /** The digest of all weights, in hexadecimal. */
  sha256: string;
  losses: number[];
  /** Tensors that it left behind. */
  tensorsLeft: number;
}

/** What to train and where. */
export interface Task {
  /** Left out, the page chooses. */
  backend?: string;
  threads?: number;
  /** The address of the wasm backend's files. */
  wasmPath?: string;
  /**
   * The reference CNN, a small one, or one of a block and a single batch: a simulated GPU takes long
   * to compile for each size.
   */
  size: keyof typeof SIZES;
}

/** A model and the data that it trains on. */
interface Size {
  config: ModelConfig;
  examples: number;
  batchSize: number;
  /** Values of one example. */
  width: number;
}

const SMALL = {
  config: {
    inputShape: [24, 1] as [number, number],
    blocks: [
      { filters: 8, kernelSize: 5, poolSize: 4 },
      { filters: 6, kernelSize: 3, dropout: 0.3 },
    ],
  },
  width: 24,
};
const SIZES: Record<'reference' | 'small' | 'gpu', Size> = {
  reference: { config: {}, examples: 48, batchSize: 32, width: 162 },
  small: { ...SMALL, examples: 24, batchSize: 16 },
  gpu: {
    config: { inputShape: [24, 1], blocks: [{ filters: 6, kernelSize: 3, dropout: 0.3 }] },
    examples: 8,
    batchSize: 8,
    width: 24,
  },
};

/** Trains for two epochs with everything that a seed drives. */
export async function train({ backend, threads = 1, wasmPath, size }: Task): Promise<Run> {
  if (wasmPath) setWasmPaths(wasmPath);
  const disable = enableWasmTraining(tf, { threads });
  const chosen = await chooseBackend(backend);
  const { config, examples, batchSize, width } = SIZES[size];
  const x = Float32Array.from(
    { length: examples * width },
    (_, i) => ((i * 7919) % 1000) / 500 - 1,
  );
  const y = Array.from({ length: examples }, (_, i) => i % 8);
  const before = tf.memory().numTensors;
  const model = buildModel({ ...config, seed: 4 });
  const history = await fit(
    model,
    { x, y },
    {
      epochs: 2,
      batchSize,
      seed: 5,
      learningRate: cosineDecay(1e-3),
      weightDecay: 0.01,
      globalClipnorm: 1,
      mixup: 0.2,
      augment: (batch, { random }) => batch.map((value) => value + 0.01 * random()),
      validation: { x: x.subarray(0, 8 * width), y: y.slice(0, 8) },
      callbacks: [earlyStopping({ patience: 1, restoreBestWeights: true })],
    },
  );
  const weights = await getWeightsData(model);
  model.dispose();
  disable();
  const bytes = new Uint8Array(await new Blob(weights.map((each) => each.slice())).arrayBuffer());
  return {
    ...chosen,
    sha256: await sha256(bytes),
    losses: history.map(({ loss }) => loss),
    tensorsLeft: tf.memory().numTensors - before,
  };
}

/** The state of a run after one epoch, and its weights after two. */
export interface BegunRun {
  state: number[];
  weights: number[][];
}

/** Trains a small model on wasm for two epochs, from its start or from the bytes of a state. */
export async function trainFrom(wasmPath?: string, state?: number[]): Promise<BegunRun> {
  if (wasmPath) setWasmPaths(wasmPath);
  const disable = enableWasmTraining(tf, { threads: 1 });
  await chooseBackend('wasm');
  const { config, examples, batchSize, width } = SIZES.small;
  const x = Float32Array.from({ length: examples * width }, (_, i) => ((i * 7919) % 1000) / 1000);
  const y = Array.from({ length: examples }, (_, i) => i % 8);
  const model = buildModel(config);
  let first: Uint8Array | undefined;
  await fit(
    model,
    { x, y },
    {
      epochs: 2,
      batchSize,
      callbacks: [
        averageWeights({ startEpoch: 0 }),
        {
          name: 'save',
          async onEpochEnd(_, trainer) {
            first ??= serializeState(await trainer.captureState());
          },
        },
      ],
      resumeFrom: state && deserializeState(Uint8Array.from(state)),
    },
  );
  const weights = await getWeightsData(model);
  model.dispose();
  disable();
  return { state: [...(first ?? [])], weights: weights.map((each) => [...each]) };
}

/** What a page reads from chosen files. */
export interface Loaded {
  predictions: Prediction[];
  /** Parameters of the model that `tf.loadLayersModel` makes of the same files. */
  plainParameters: number;
  /** Code and text of the error without the weights, and with half of them. */
  errors: string[];
}

/** Loads a classifier from files by name, as from a file picker. */
export async function loadChosen(
  contents: [name: string, bytes: number[]][],
  examples: number[][],
): Promise<Loaded> {
  await chooseBackend('cpu');
  const files = contents.map(([name, bytes]) => new File([Uint8Array.from(bytes)], name));
  const classifier = await Classifier.load(fileListStore(files));
  const predictions = await classifier.predict(examples.map((each) => Float32Array.from(each)));
  // tfjs needs model.json first. Otherwise it waits forever.
  const inOrder = files.toSorted((a, b) => a.name.localeCompare(b.name));
  const plain = await loadLayersModel(tf.io.browserFiles(inOrder));
  const plainParameters = plain.countParams();
  const isWeights = ({ name }: File): boolean => name.endsWith('.bin');
  const damaged = [
    files.filter((file) => !isWeights(file)),
    files.map((file) => (isWeights(file) ? new File([file.slice(0, 10)], file.name) : file)),
  ];
  const errors = await Promise.all(
    damaged.map((chosen) =>
      Classifier.load(fileListStore(chosen)).then(
        () => 'loaded',
        (error) => (ModelError.isInstance(error) ? `${error.code}: ${error.message}` : `${error}`),
      ),
    ),
  );
  classifier.dispose();
  plain.dispose();
  return { predictions, plainParameters, errors };
}

export { ldaDigest } from './lda-digest.ts';
