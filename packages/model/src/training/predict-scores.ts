import type { OptionNames } from '@ser/internal';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkInteger } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import { checkSource, type Examples, isExampleSource } from '../util/examples.ts';
import { modelShape } from '../util/model-shape.ts';
import { scoreExamples } from '../util/score-examples.ts';
import type { ExampleSource } from './example-source.ts';

/** The options of `predictScores`. */
export interface PredictScoresOptions {
  /** Examples that run together; it changes no score. Default 256. */
  batchSize?: number;
}

const OPTIONS: OptionNames<PredictScoresOptions> = { batchSize: true };

/**
 * Runs a model forward over examples.
 *
 * @param x Row-major `[examples, ...input shape]`, or where such rows are read from batch by batch.
 * @returns Row-major `[examples, classes]`.
 * @throws {ModelError} `bad-argument`, also for a model that ends in no probabilities,
 *   `missing-backend` or `missing-kernel`. What the source throws.
 */
export async function predictScores(
  model: LayersModel,
  x: Float32Array | ExampleSource,
  options: PredictScoresOptions = {},
): Promise<Float32Array> {
  const { batchSize = 256 } = checkOptions('predictScores', options, OPTIONS);
  const shape = modelShape('predictScores', model);
  const { size } = shape;
  checkProbabilities('predictScores', model, shape.classes);
  checkInteger('predictScores', 'batchSize', batchSize, 1);
  const examples = { x, size, caller: 'predictScores', name: 'x', code: 'bad-argument' } as const;
  const n = checkExamples(examples);
  checkBackend('predictScores');
  return scoreExamples(model, shape, examples, n, batchSize);
}

/** How many examples there are, whole and, in an array, finite. */
function checkExamples(examples: Examples): number {
  const { x, size } = examples;
  if (isExampleSource(x)) {
    checkSource({ ...examples, x });
    return x.length;
  }
  const fail = (problem: string) =>
    new ModelError('bad-argument', `predictScores: \`x\` must ${problem}`);
  if (!ArrayBuffer.isView(x)) throw fail(`be a Float32Array or an ExampleSource, got ${typeof x}`);
  const n = x.length / size;
  if (!Number.isInteger(n)) throw fail(`hold whole examples of ${size} values, got ${x.length}`);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) throw fail(`be finite, got ${x[bad]} in example ${Math.floor(bad / size)}`);
  return n;
}
