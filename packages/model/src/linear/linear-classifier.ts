import { MODEL_FILE } from '../classifier/artifact-format.ts';
import type { Prediction } from '../classifier/prediction.ts';
import { readArtifact } from '../classifier/read-artifact.ts';
import { checkFinite, checkLength } from '../classifier/util/check-example.ts';
import { checkScores } from '../classifier/util/check-scores.ts';
import { geometricMeans } from '../classifier/util/geometric-means.ts';
import { joinExamples } from '../classifier/util/join-examples.ts';
import { joinVersions } from '../classifier/util/join-versions.ts';
import { namePredictions } from '../classifier/util/name-predictions.ts';
import { shorten } from '../classifier/util/shorten.ts';
import { toSource } from '../classifier/util/to-source.ts';
import { ModelError } from '../model-error.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import type { FileSource } from '../stores/file-store.ts';
import { checkFloats } from '../util/check-floats.ts';
import { JSON_VERSION, type LinearClassifierJson } from './linear-classifier-json.ts';
import { checkJson } from './util/check-json.ts';
import { decide } from './util/decide.ts';
import { findWeights, type Places, readFloats } from './util/find-weights.ts';
import { readDense } from './util/read-dense.ts';
import { softmax } from './util/softmax.ts';

/**
 * A classifier of one dense softmax layer, such as that of
 * `LinearDiscriminantAnalysis.toLayersModel`, which predicts without tfjs. It reads what
 * `Classifier.save` of `@ser/model` wrote, and scores as that does, to 1e-6: in float64 where tfjs
 * has float32.
 */
export class LinearClassifier {
  /** In the order of the layer's outputs. */
  readonly labels: readonly string[];
  /** How many values an example has. */
  readonly features: number;
  /** The extractor's configuration (JSON) as it was saved; null where there was none. */
  readonly extractor: unknown;
  /** What a clip's versions for `predictVersions` are (JSON); null where there were none. */
  readonly testVariants: unknown;
  /**
   * The SHA-256 of the weights' file that it was loaded from, in hexadecimal: what tells two models
   * apart. '' where the model was saved without.
   */
  readonly weightsSha256: string;
  readonly #scaler: StandardScaler | undefined;
  /** Row-major `[features, labels]`. */
  readonly #kernel: Float32Array;
  readonly #bias: Float32Array;

  /**
   * @param json The parts, which are copied.
   * @throws {ModelError} `bad-argument` for parts that do not fit each other, or weights of NaN.
   */
  constructor(json: LinearClassifierJson) {
    this.#scaler = checkJson('LinearClassifier', json);
    const {
      labels,
      kernel,
      bias,
      extractor = null,
      testVariants = null,
      weightsSha256 = '',
    } = json;
    this.labels = [...labels];
    this.features = kernel.length / bias.length;
    this.extractor = extractor;
    this.testVariants = testVariants;
    this.weightsSha256 = weightsSha256;
    this.#kernel = new Float32Array(kernel);
    this.#bias = new Float32Array(bias);
  }

  /**
   * Reads what `Classifier.save` wrote of a `Sequential` model of one dense softmax layer.
   *
   * @param from A store (`urlStore`, `fileListStore`, `folderStore` of `@ser/model/node`, …), or the
   *   web address of the folder.
   * @throws {ModelError} `not-linear` for another model; else as `Classifier.load`: `no-such-path`,
   *   `unreadable-file`, `foreign-model` or `corrupt-model`.
   */
  static async load(from: string | URL | FileSource): Promise<LinearClassifier> {
    const caller = 'LinearClassifier.load';
    const source = toSource(caller, from);
    let found: { places: Places; units: number } | undefined;
    const { weights, metadata } = await readArtifact(caller, source, (topology, specs) => {
      const dense = readDense(topology);
      found = { places: findWeights(dense, specs), units: dense.units };
    });
    const { places, units } = found as unknown as { places: Places; units: number };
    const { labels, scaler: json, extractor, testVariants, weightsSha256 } = metadata;
    try {
      const scaler = json ? StandardScaler.fromJSON(json) : null;
      return new LinearClassifier({
        version: JSON_VERSION,
        labels,
        kernel: readFloats(weights, places.kernel),
        bias: places.bias ? readFloats(weights, places.bias) : new Float32Array(units),
        scaler: scaler && { mean: scaler.mean, scale: scaler.scale, clip: scaler.clip },
        extractor,
        testVariants,
        weightsSha256: weightsSha256 || '',
      });
    } catch (cause) {
      const why = shorten((cause as Error).message);
      throw new ModelError(
        'corrupt-model',
        `${caller}: ${source.name}: ${MODEL_FILE} does not describe a classifier: ${why}`,
        { cause },
      );
    }
  }

  /**
   * Scores examples, as `Classifier.predict`.
   *
   * @param examples The unscaled features of each example, `[features]`.
   * @throws {ModelError} `bad-argument` when an example has another size or a value that is not
   *   finite, as it is or standardised; `corrupt-model` when the scores are not finite.
   */
  async predict(examples: Float32Array[]): Promise<Prediction[]> {
    const caller = 'LinearClassifier.predict';
    const x = joinExamples(caller, 'examples', examples, this.features);
    return namePredictions(this.labels, this.#score(caller, 'examples', x));
  }

  /**
   * Scores clips of which there are several versions, as `Classifier.predictVersions`: by the
   * normalised geometric mean of the versions' scores.
   *
   * @param clips The unscaled features of each version of each clip, at least one version a clip.
   * @throws {ModelError} As `predict`.
   */
  async predictVersions(clips: readonly (readonly Float32Array[])[]): Promise<Prediction[]> {
    const caller = 'LinearClassifier.predictVersions';
    const { x, counts } = joinVersions(caller, clips, this.features);
    const scores = this.#score(caller, 'clips', x);
    return namePredictions(this.labels, geometricMeans(scores, this.labels.length, counts));
  }

  /**
   * What the layer sees of an example: standardised and cut, or a copy where there is no scaler.
   *
   * @param example Unscaled features, `[features]`.
   * @throws {ModelError} `bad-argument` for another size, or for a value that is not finite.
   */
  standardize(example: Float32Array): Float32Array {
    return this.#see('LinearClassifier.standardize', example);
  }

  /**
   * The logit of each label, whose softmax are the scores. Those of a discriminant analysis are
   * divided by the `temperature` of `toLayersModel`.
   *
   * @param example Unscaled features, `[features]`.
   * @returns `[labels]`.
   * @throws {ModelError} As `standardize`.
   */
  decisionFunction(example: Float32Array): Float64Array {
    const x = this.#see('LinearClassifier.decisionFunction', example);
    return decide(x, this.#kernel, this.#bias);
  }

  /** The classifier as plain data for a worker: `worker.postMessage(classifier.toJSON())`. */
  toJSON(): LinearClassifierJson {
    const { labels, extractor, testVariants, weightsSha256 } = this;
    const { mean, scale, clip } = this.#scaler ?? {};
    return {
      version: JSON_VERSION,
      labels: [...labels],
      kernel: this.#kernel.slice(),
      bias: this.#bias.slice(),
      scaler:
        mean && scale
          ? { mean: mean.slice(), scale: scale.slice(), ...(clip !== undefined && { clip }) }
          : null,
      extractor,
      testVariants,
      weightsSha256,
    };
  }

  /**
   * Makes a classifier of what {@link LinearClassifier.toJSON} gave.
   *
   * @throws {ModelError} `bad-argument` for anything else, such as typed arrays that went through
   *   `JSON.stringify`.
   */
  static fromJSON(json: LinearClassifierJson): LinearClassifier {
    return new LinearClassifier(json);
  }

  /** What the layer sees of one example. */
  #see(caller: string, example: Float32Array): Float32Array {
    checkFloats(caller, 'example', example);
    checkLength(caller, 'example', example, this.features);
    checkFinite(caller, 'example', example);
    return this.#scale(caller, 'example', new Float32Array(example));
  }

  /** Scales rows in place. */
  #scale(caller: string, name: string, x: Float32Array): Float32Array {
    if (!this.#scaler || x.length === 0) return x;
    this.#scaler.transform(x, { copy: false });
    // Without a clip, a value far from its mean may leave the range of float32.
    checkFinite(caller, `standardised ${name}`, x);
    return x;
  }

  /** The scores of unscaled examples, row-major; `x` is overwritten. */
  #score(caller: string, name: string, x: Float32Array): Float32Array {
    const { features } = this;
    const classes = this.labels.length;
    const scaled = this.#scale(caller, name, x);
    const scores = new Float32Array((x.length / features) * classes);
    for (let row = 0; row * features < x.length; row++) {
      const example = scaled.subarray(row * features, (row + 1) * features);
      scores.set(softmax(decide(example, this.#kernel, this.#bias)), row * classes);
    }
    checkScores(caller, scores, classes);
    return scores;
  }
}
