import { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import type { FileSource, FileStore } from '../stores/file-store.ts';
import { urlStore } from '../stores/url-store.ts';
import { predictScores } from '../training/predict-scores.ts';
import { argMax } from '../util/arg-max.ts';
import { type ModelShape, modelShape } from '../util/model-shape.ts';
import { MODEL_FILE } from './artifact-format.ts';
import { buildFromArtifact } from './build-from-artifact.ts';
import { readArtifact } from './read-artifact.ts';
import { writeArtifact } from './write-artifact.ts';

/** The prediction for one example. */
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
  /**
   * Applied to features before the model. It scales all values of an example, or, where the model
   * reads sequences `[frames, features]` of more than one feature, the features of each frame.
   * Default: none, features pass as they are.
   */
  scaler?: StandardScaler;
  /**
   * The extractor's configuration (JSON), kept so that features can be computed the way they were
   * in training. Default: none.
   */
  extractor?: unknown;
}

/**
 * A trained model with everything that predicting needs: scaler, labels and the extractor's
 * configuration. Saved as `model.json` and `weights.bin`, which plain `tf.loadLayersModel` reads
 * too.
 */
export class Classifier {
  readonly model: LayersModel;
  readonly labels: readonly string[];
  readonly scaler: StandardScaler | undefined;
  readonly extractor: unknown;

  constructor({ model, labels, scaler, extractor }: ClassifierParts) {
    const { classes, input, size } = modelShape('Classifier', model);
    if (labels.length !== classes) {
      throw new ModelError(
        'bad-argument',
        `Classifier: \`labels\` must name the model's ${classes} outputs, got ${labels.length}`,
      );
    }
    if (new Set(labels).size !== labels.length) {
      throw new ModelError(
        'bad-argument',
        `Classifier: \`labels\` must differ, got ${labels.join(', ')}`,
      );
    }
    if (scaler && !scaledWidths({ input, size }).includes(scaler.mean.length)) {
      const widths = scaledWidths({ input, size }).join(' or ');
      throw new ModelError(
        'bad-argument',
        `Classifier: \`scaler\` must scale the model's ${widths} features, ` +
          `got ${scaler.mean.length}`,
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
   * @param examples The unscaled features of each example, each of the model's input size.
   * @throws {ModelError} `bad-argument` when an example has another size or a value that is not
   *   finite; `corrupt-model` when the model's own scores are not finite.
   */
  async predict(examples: Float32Array[]): Promise<Prediction[]> {
    const { size, classes } = modelShape('Classifier.predict', this.model);
    const x = new Float32Array(examples.length * size);
    examples.forEach((features, i) => {
      if (features.length !== size) {
        throw new ModelError(
          'bad-argument',
          `Classifier.predict: \`examples[${i}]\` must hold ${size} features, ` +
            `got ${features.length}`,
        );
      }
      const bad = features.findIndex((value) => !Number.isFinite(value));
      if (bad !== -1) {
        throw new ModelError(
          'bad-argument',
          `Classifier.predict: \`examples[${i}]\` must be finite, got ${features[bad]} at ${bad}`,
        );
      }
      x.set(features, i * size);
    });
    if (examples.length === 0) return [];
    const scores = await predictScores(this.model, this.scaler?.transform(x) ?? x);
    if (!scores.every(Number.isFinite)) {
      throw new ModelError(
        'corrupt-model',
        'Classifier.predict: the scores must be finite; ' +
          'the weights of this model are damaged or training has diverged',
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

  /**
   * Writes the weights, then `model.json`, which names them. Where a classifier is replaced, its
   * file of weights is left alone until another is in place: whenever the process stops, the store
   * holds the old one or the new one, whole.
   *
   * @returns The digest of the weights' bytes in hexadecimal; empty where the platform has none
   *   (pages that are not secure contexts).
   */
  async save(to: FileStore): Promise<{ weightsSha256: string }> {
    let weightsSha256 = '';
    await this.model.save({
      save: async (artifacts) => {
        weightsSha256 = await writeArtifact(to, artifacts, {
          labels: [...this.labels],
          scaler: this.scaler?.toJSON() ?? null,
          extractor: this.extractor ?? null,
        });
        return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
      },
    });
    return { weightsSha256 };
  }

  /**
   * Reads what {@link Classifier.save} wrote.
   *
   * @param from A store ({@link urlStore}, {@link fileListStore}, `folderStore`, …), or the web
   *   address of the folder.
   * @throws {ModelError} `no-such-path`, `unreadable-file`, `foreign-model` (not written by `save`,
   *   or by a newer version) or `corrupt-model`; no tensor is left behind.
   */
  static async load(from: string | URL | FileSource): Promise<Classifier> {
    const source = typeof from === 'string' || from instanceof URL ? urlStore(from) : from;
    const artifact = await readArtifact(source);
    const { labels, scaler, extractor } = artifact.metadata;
    let model: LayersModel | undefined;
    try {
      model = await buildFromArtifact(artifact);
      return new Classifier({
        model,
        labels,
        scaler: scaler ? StandardScaler.fromJSON(scaler) : undefined,
        extractor,
      });
    } catch (cause) {
      model?.dispose();
      throw new ModelError(
        'corrupt-model',
        `Classifier.load: ${source.name}: ${MODEL_FILE} does not describe a classifier: ` +
          (cause as Error).message,
        { cause },
      );
    }
  }

  /** Frees the model's tensors. */
  dispose(): void {
    this.model.dispose();
  }
}

/** How many features a scaler may have: those of an example or, in a sequence, those of a frame. */
function scaledWidths({ input, size }: Pick<ModelShape, 'input' | 'size'>): number[] {
  const [frames, features] = input;
  const isSequence = input.length === 2 && frames > 1 && features > 1;
  return isSequence ? [size, features] : [size];
}
