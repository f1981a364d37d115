import { io, util } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { argMax } from './arg-max.ts';
import { type ArtifactStore, urlStore } from './artifact-store.ts';
import { modelShape } from './dataset.ts';
import { ModelError } from './model-error.ts';
import { predictScores } from './predict-scores.ts';
import { type ScalerJson, StandardScaler } from './standard-scaler.ts';

/** What a classifier says of one example. */
export interface Prediction {
  /** The label with the highest score. */
  label: string;
  /** Probability of each label; they add up to 1. */
  scores: Record<string, number>;
}

/** The parts of a {@link Classifier}. */
export interface ClassifierParts {
  model: LayersModel;
  /** In the order of the model's outputs. */
  labels: readonly string[];
  /** Applied to features before the model; left out, features pass as they are. */
  scaler?: StandardScaler;
  /** The extractor's configuration (JSON), kept so that features can be computed the way they were in training. */
  extractor?: unknown;
}

const MODEL_FILE = 'model.json';
const WEIGHTS_FILE = 'weights.bin';
const VERSION = 1;

/** What `model.json` carries beside the tfjs model, under `userDefinedMetadata.ser`. */
interface Metadata {
  version: number;
  labels: string[];
  scaler: ScalerJson | null;
  extractor: unknown;
  /** Of `weights.bin`; empty where the platform has no digest. */
  weightsSha256: string;
}

/**
 * A trained model with everything that predicting needs: scaler, labels and the extractor's configuration. Saved as
 * `model.json` and `weights.bin`, which plain `tf.loadLayersModel` reads too.
 */
export class Classifier {
  readonly model: LayersModel;
  readonly labels: readonly string[];
  readonly scaler: StandardScaler | undefined;
  readonly extractor: unknown;

  constructor({ model, labels, scaler, extractor }: ClassifierParts) {
    const { classes, size } = modelShape(model);
    if (labels.length !== classes) {
      throw new ModelError(
        'argument',
        `Classifier: \`labels\` must name the model's ${classes} outputs, got ${labels.length}`,
      );
    }
    if (new Set(labels).size !== labels.length) {
      throw new ModelError(
        'argument',
        `Classifier: \`labels\` must differ, got ${labels.join(', ')}`,
      );
    }
    if (scaler && scaler.mean.length !== size) {
      throw new ModelError(
        'argument',
        `Classifier: \`scaler\` must scale the model's ${size} features, got ${scaler.mean.length}`,
      );
    }
    this.model = model;
    this.labels = labels;
    this.scaler = scaler;
    this.extractor = extractor;
  }

  /**
   * Scores examples.
   *
   * @param examples the unscaled features of each example, each of the model's input size
   * @throws ModelError `argument` when an example has another size or a value that is not finite; `artifact-corrupt` when
   * the model's own scores are not finite
   */
  async predict(examples: Float32Array[]): Promise<Prediction[]> {
    const { size, classes } = modelShape(this.model);
    const x = new Float32Array(examples.length * size);
    examples.forEach((features, i) => {
      if (features.length !== size) {
        throw new ModelError(
          'argument',
          `predict: \`examples[${i}]\` must hold ${size} features, got ${features.length}`,
        );
      }
      const bad = features.findIndex((value) => !Number.isFinite(value));
      if (bad !== -1) {
        throw new ModelError(
          'argument',
          `predict: \`examples[${i}]\` must be finite, got ${features[bad]} at ${bad}`,
        );
      }
      x.set(features, i * size);
    });
    if (examples.length === 0) return [];
    const scores = await predictScores(this.model, this.scaler?.transform(x) ?? x);
    if (!scores.every(Number.isFinite)) {
      throw new ModelError(
        'artifact-corrupt',
        'predict: the scores must be finite; the weights of this model are damaged or training has diverged',
      );
    }
    return examples.map((_, i) => {
      const row = scores.subarray(i * classes, (i + 1) * classes);
      return {
        label: this.labels[argMax(scores, i, classes)],
        scores: Object.fromEntries(this.labels.map((label, j) => [label, row[j]])),
      };
    });
  }

  /** Writes `weights.bin`, then `model.json`. */
  async save(to: ArtifactStore): Promise<void> {
    await this.model.save({
      save: async (artifacts) => {
        const weights = new Uint8Array(io.CompositeArrayBuffer.join(artifacts.weightData));
        const metadata: Metadata = {
          version: VERSION,
          labels: [...this.labels],
          scaler: this.scaler?.toJSON() ?? null,
          extractor: this.extractor ?? null,
          weightsSha256: await sha256(weights),
        };
        const json = {
          modelTopology: artifacts.modelTopology,
          format: artifacts.format,
          generatedBy: artifacts.generatedBy,
          convertedBy: artifacts.convertedBy,
          weightsManifest: [{ paths: [WEIGHTS_FILE], weights: artifacts.weightSpecs ?? [] }],
          userDefinedMetadata: { ser: metadata },
        };
        await to.write(WEIGHTS_FILE, weights);
        await to.write(MODEL_FILE, new TextEncoder().encode(JSON.stringify(json)));
        return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
      },
    });
  }

  /**
   * Reads what {@link Classifier.save} wrote.
   *
   * @param from a store, or the web address of the folder
   * @throws ModelError `artifact-missing`, `artifact-foreign` (not written by `save`, or by a newer version) or
   * `artifact-corrupt`
   */
  static async load(from: string | URL | ArtifactStore): Promise<Classifier> {
    const store = typeof from === 'string' || from instanceof URL ? urlStore(from) : from;
    const { json, metadata } = parseModelJson(store.name, await store.read(MODEL_FILE));
    const weights = await store.read(WEIGHTS_FILE);
    const specs = json.weightsManifest.flatMap((group) => group.weights);
    const expected = specs.reduce(
      (bytes, spec) =>
        bytes + util.sizeFromShape(spec.shape) * util.bytesPerElement(spec.dtype as 'float32'),
      0,
    );
    if (weights.length !== expected) {
      throw new ModelError(
        'artifact-corrupt',
        `Classifier.load: ${store.name}: ${WEIGHTS_FILE} must have ${expected} bytes, got ${weights.length}`,
      );
    }
    const digest = await sha256(weights);
    if (digest && metadata.weightsSha256 && digest !== metadata.weightsSha256) {
      throw new ModelError(
        'artifact-corrupt',
        `Classifier.load: ${store.name}: ${WEIGHTS_FILE} is not the one that ${MODEL_FILE} was saved with`,
      );
    }
    let model: LayersModel | undefined;
    try {
      model = await loadLayersModel(
        io.fromMemory({
          modelTopology: json.modelTopology,
          weightSpecs: specs,
          weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length),
        }),
      );
      return new Classifier({
        model,
        labels: metadata.labels,
        scaler: metadata.scaler ? StandardScaler.fromJSON(metadata.scaler) : undefined,
        extractor: metadata.extractor,
      });
    } catch (cause) {
      model?.dispose();
      throw new ModelError(
        'artifact-corrupt',
        `Classifier.load: ${store.name}: ${MODEL_FILE} does not describe a classifier: ${(cause as Error).message}`,
        { cause },
      );
    }
  }

  /** Frees the model's tensors. */
  dispose(): void {
    this.model.dispose();
  }
}

interface ModelJson {
  modelTopology: io.ModelJSON['modelTopology'];
  weightsManifest: io.WeightsManifestConfig;
}

function parseModelJson(where: string, bytes: Uint8Array): { json: ModelJson; metadata: Metadata } {
  let json: Partial<io.ModelJSON>;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ModelError(
      'artifact-corrupt',
      `Classifier.load: ${where}: ${MODEL_FILE} is not JSON: ${(cause as Error).message}`,
      { cause },
    );
  }
  const metadata = (json?.userDefinedMetadata as { ser?: Metadata } | undefined)?.ser;
  if (
    !metadata ||
    !Array.isArray(json.weightsManifest) ||
    !Array.isArray(metadata.labels) ||
    !json.modelTopology
  ) {
    throw new ModelError(
      'artifact-foreign',
      `Classifier.load: ${where}: ${MODEL_FILE} was not written by Classifier.save (it has no userDefinedMetadata.ser)`,
    );
  }
  if (metadata.version !== VERSION) {
    throw new ModelError(
      'artifact-foreign',
      `Classifier.load: ${where}: version must be ${VERSION}, got ${metadata.version}`,
    );
  }
  return { json: json as ModelJson, metadata };
}

/** In hexadecimal; empty where the platform has no digest (pages that are not secure contexts). */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return '';
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
