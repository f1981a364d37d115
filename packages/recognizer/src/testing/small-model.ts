import { createHash } from 'node:crypto';
import type { ExtractorConfig, VariantConfig } from '@ser/features';
import type { FileSource } from '@ser/model/linear';
import { toBase64 } from '../util/base64.ts';

/** A quick extractor of four features. */
export const EXTRACTOR: ExtractorConfig = {
  sampleRate: 16_000,
  features: [{ kind: 'rms' }, { kind: 'zcr' }, { kind: 'flatness' }, { kind: 'centroid' }],
};

/** The variants in which the small model scores a clip too. */
export const VARIANTS: readonly VariantConfig[] = [
  { name: 'slow', steps: [{ kind: 'speed', rate: 0.8 }] },
  { name: 'fast', steps: [{ kind: 'speed', rate: 1.25 }] },
];

export const LABELS: readonly string[] = ['calm', 'angry', 'sad'];

export const SCALER: { mean: number[]; scale: number[] } = {
  mean: [0.1, 0.05, 0.02, 1500],
  scale: [0.05, 0.03, 0.01, 500],
};
/** `[features, labels]` */
const KERNEL = [0.4, -0.3, 0.1, -0.2, 0.5, 0.3, 0.6, 0.1, -0.4, 0.2, -0.7, 0.5];
const BIAS = [0.1, 0.2, -0.3];

/** What may differ in a small model. */
export interface SmallModelOptions {
  /** Default `LABELS`. */
  labels?: readonly string[];
  /** Default `EXTRACTOR`. */
  extractor?: unknown;
  /** Default `VARIANTS`. */
  testVariants?: unknown;
  /** What all weights are multiplied by. Default 1. */
  gain?: number;
  /** The activation of its layer. Default `softmax`. */
  activation?: string;
}

/** The files of a saved model of one layer, as `Classifier.save` writes them. */
export function smallModel(options: SmallModelOptions = {}): Record<string, Uint8Array> {
  const { labels = LABELS, extractor = EXTRACTOR, testVariants = VARIANTS } = options;
  const { gain = 1, activation = 'softmax' } = options;
  const floats = Float32Array.from([...KERNEL, ...BIAS], (value) => gain * value);
  const weights = new Uint8Array(floats.buffer);
  const dense = { units: 3, activation, use_bias: true, name: 'scores', trainable: true };
  const config = { ...dense, batch_input_shape: [null, 4], dtype: 'float32' };
  const json = {
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'small', layers: [{ class_name: 'Dense', config }] },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    format: 'layers-model',
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: [
          { name: 'scores/kernel', shape: [4, 3], dtype: 'float32' },
          { name: 'scores/bias', shape: [3], dtype: 'float32' },
        ],
      },
    ],
    userDefinedMetadata: {
      ser: {
        version: 1,
        labels,
        scaler: SCALER,
        extractor,
        testVariants,
        weightsSha256: createHash('sha256').update(weights).digest('hex'),
      },
    },
  };
  return { 'model.json': toBytes(json), 'weights.bin': weights };
}

/** The average voice of each version; float32 holds the values exactly. */
export const AVERAGES: Readonly<Record<string, readonly number[]>> = {
  original: [0.125, 0.0625, 0.015625, 1500],
  slow: [0.125, 0.046875, 0.03125, 1250],
  fast: [0.109375, 0.078125, 0.0078125, 1750],
};

interface Config {
  version: number;
  name: string;
  temperature: number;
  familiarity: { threshold: number };
  adapted: {
    temperature: number;
    priorClips: number;
    threshold: number;
    averages: Record<string, string>;
  };
}

/** A `recognizer.json` with a model for calibrated voices. */
export const CONFIG: Config = {
  version: 1,
  name: 'small',
  temperature: 2,
  familiarity: { threshold: 1.5 },
  adapted: {
    temperature: 0.5,
    priorClips: 2,
    threshold: 1.25,
    averages: Object.fromEntries(
      Object.entries(AVERAGES).map(([name, values]) => [name, toBase64(Float32Array.from(values))]),
    ),
  },
};

/** A model that voices can be calibrated to. */
export const adaptableModel = (config: object = CONFIG): Record<string, Uint8Array> => ({
  ...smallModel(),
  'recognizer.json': toBytes(config),
  ...Object.fromEntries(
    Object.entries(smallModel({ gain: 2 })).map(([file, bytes]) => [`adapted/${file}`, bytes]),
  ),
});

/** Files as a source. */
export const sourceOf = (files: Readonly<Record<string, Uint8Array>>): FileSource => ({
  name: 'memory',
  async read(file) {
    return Object.hasOwn(files, file) ? new Uint8Array(files[file]) : undefined;
  },
});

/** JSON as the bytes of a file. */
export function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
