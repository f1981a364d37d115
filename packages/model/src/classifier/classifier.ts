import type { OptionNames } from '@ser/internal';
import { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { CovariancePooling } from '../layers/covariance-pooling.ts';
import { ModelError } from '../model-error.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import type { FileSource, FileStore } from '../stores/file-store.ts';
import { predictScores } from '../training/predict-scores.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import { type ModelShape, modelShape } from '../util/model-shape.ts';
import { MODEL_FILE } from './artifact-format.ts';
import { buildFromArtifact } from './build-from-artifact.ts';
import type { Prediction } from './prediction.ts';
import { readArtifact } from './read-artifact.ts';
import { checkNames } from './util/check-names.ts';
import { checkScores } from './util/check-scores.ts';
import { checkTopology } from './util/check-topology.ts';
import { geometricMeans } from './util/geometric-means.ts';
import { joinExamples } from './util/join-examples.ts';
import { joinVersions } from './util/join-versions.ts';
import { namePredictions } from './util/name-predictions.ts';
import { shorten } from './util/shorten.ts';
import { toSource } from './util/to-source.ts';
import { writeArtifact } from './write-artifact.ts';

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
  /**
   * What a clip's versions for `predictVersions` are (JSON), such as the names of variants that are
   * scored beside the clip itself. It is kept, and not read. Default: none.
   */
  testVariants?: unknown;
}

const PARTS: OptionNames<ClassifierParts> = {
  model: true,
  labels: true,
  scaler: true,
  extractor: true,
  testVariants: true,
};

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
  readonly testVariants: unknown;

  /**
   * @throws {ModelError} `bad-argument` for parts that do not fit each other, or a model whose last
   *   layer shows that it gives no probabilities, such as logits.
   */
  constructor(parts: ClassifierParts) {
    const { model, labels, scaler, extractor, testVariants } = checkOptions(
      'Classifier',
      parts,
      PARTS,
    );
    const { classes, input, size } = modelShape('Classifier', model);
    checkNames('Classifier', 'labels', labels, classes);
    checkProbabilities('Classifier', model, classes);
    if (scaler && !scaledWidths({ input, size }).includes(scaler.mean?.length)) {
      const widths = scaledWidths({ input, size }).join(' or ');
      throw new ModelError(
        'bad-argument',
        `Classifier: \`scaler\` must scale the model's ${widths} features, ` +
          `got ${scaler.mean?.length}`,
      );
    }
    this.model = model;
    this.labels = labels;
    this.scaler = scaler;
    this.extractor = extractor;
    this.testVariants = testVariants;
  }

  /**
   * Scores examples.
   *
   * @param examples The unscaled features of each example, each of the model's input size.
   * @throws {ModelError} `bad-argument` when an example has another size or a value that is not
   *   finite; `corrupt-model` when the model fails, or its own scores are not finite, or no
   *   probabilities; `missing-backend`; `missing-kernel`.
   */
  async predict(examples: Float32Array[]): Promise<Prediction[]> {
    const caller = 'Classifier.predict';
    const { size } = modelShape(caller, this.model);
    const x = joinExamples(caller, 'examples', examples, size);
    return namePredictions(this.labels, await this.#score(caller, x));
  }

  /**
   * Scores clips of which there are several versions, such as the clip as it is, faster and slower.
   * A clip's scores are the geometric mean of those of its versions, normalised: the softmax of the
   * mean of their logits. A clip of one version gets what `predict` gives that.
   *
   * @param clips The unscaled features of each version of each clip, at least one version a clip.
   * @throws {ModelError} As `predict`.
   */
  async predictVersions(clips: readonly (readonly Float32Array[])[]): Promise<Prediction[]> {
    const caller = 'Classifier.predictVersions';
    const { size, classes } = modelShape(caller, this.model);
    const { x, counts } = joinVersions(caller, clips, size);
    const scores = await this.#score(caller, x);
    return namePredictions(this.labels, geometricMeans(scores, classes, counts));
  }

  /** The scores of unscaled examples, row-major. */
  async #score(caller: string, x: Float32Array): Promise<Float32Array> {
    if (x.length === 0) return new Float32Array();
    let scores: Float32Array;
    try {
      scores = await predictScores(this.model, this.scaler?.transform(x) ?? x);
    } catch (cause) {
      if (ModelError.isInstance(cause)) throw cause;
      throw new ModelError(
        'corrupt-model',
        `${caller}: the model fails: ${shorten((cause as Error).message)}`,
        { cause },
      );
    }
    checkScores(caller, scores, this.labels.length);
    return scores;
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
    checkBackend('Classifier.save');
    let weightsSha256 = '';
    await this.model.save({
      save: async (artifacts) => {
        weightsSha256 = await writeArtifact(to, artifacts, {
          labels: [...this.labels],
          scaler: this.scaler?.toJSON() ?? null,
          extractor: this.extractor ?? null,
          // Left out where there are none: such a file is what it was before there were any.
          ...(this.testVariants != null && { testVariants: this.testVariants }),
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
   *   or by a newer version), `corrupt-model` or `missing-backend`; no tensor is left behind.
   */
  static async load(from: string | URL | FileSource): Promise<Classifier> {
    const source = toSource('Classifier.load', from);
    checkBackend('Classifier.load');
    CovariancePooling.register();
    const artifact = await readArtifact('Classifier.load', source, checkTopology);
    const { labels, scaler: json, extractor, testVariants = null } = artifact.metadata;
    let free = () => {};
    try {
      const scaler = json ? StandardScaler.fromJSON(json) : undefined;
      const built = await buildFromArtifact(artifact);
      ({ free } = built);
      const { model } = built;
      return new Classifier({ model, labels, scaler, extractor, testVariants });
    } catch (cause) {
      free();
      const why = shorten((cause as Error).message);
      throw new ModelError(
        'corrupt-model',
        `Classifier.load: ${source.name}: ${MODEL_FILE} does not describe a classifier: ${why}`,
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
