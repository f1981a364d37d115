import {
  createExtractor,
  type ExtractorConfig,
  FeatureError,
  parseExtractorConfig,
  parseVariantConfigs,
  type VariantConfig,
} from '@ser/features';
import { Classifier } from '@ser/model';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { startBackend } from '../console/start-backend.ts';
import { plainStore } from '../data/plain-store.ts';
import { type ChosenModel, chooseModel, NEWEST } from './choose-model.ts';

/** A trained model. */
export interface LoadedModel extends ChosenModel {
  classifier: Classifier;
  /** What the model needs of a clip. */
  extractor: ExtractorConfig;
  /** In which each clip is scored besides as it is. */
  testVariants: readonly VariantConfig[];
}

type Task<T> = (model: LoadedModel, signal: AbortSignal) => Promise<T>;

/**
 * Runs a task with the model that a word stands for, as `withChosenModel` does.
 *
 * @param choice a run's folder, `newest` or `published`. Default: the newest run in `runs/`.
 * @throws CliError for a folder without a model, see `chooseModel`; what `withChosenModel` throws
 */
export async function withModel<T>(choice: string | undefined, task: Task<T>): Promise<T> {
  return withChosenModel(await chooseModel(choice ?? NEWEST), task);
}

/**
 * Runs a task with a trained model, and frees the model's memory in the end. The signal is aborted
 * by Ctrl-C.
 *
 * @throws CliError `no-extractor`, or `bad-model` for an extractor or test variants that are
 *   damaged or do not fit the model; ModelError for a model that is not there or damaged
 */
export async function withChosenModel<T>(chosen: ChosenModel, task: Task<T>): Promise<T> {
  const { folder } = chosen;
  await startBackend('wasm');
  const classifier = await Classifier.load(plainStore(folder));
  try {
    const extractor = extractorOf(classifier, folder);
    const testVariants = testVariantsOf(classifier, folder);
    const model = { ...chosen, classifier, extractor, testVariants };
    return await withInterrupt((signal) => task(model, signal));
  } finally {
    classifier.dispose();
  }
}

function extractorOf({ extractor, model }: Classifier, folder: string): ExtractorConfig {
  if (!extractor) {
    throw new CliError(
      'no-extractor',
      `the model in ${folder} does not say which features it needs; ` +
        `train it with \`${commandName()} train\``,
    );
  }
  const { config, shape } = parseExtractor(extractor, folder);
  const input = model.inputs[0].shape.slice(1);
  if (sizes(shape) === sizes(input)) return config;
  throw new CliError(
    'bad-model',
    `${folder}/model.json: its extractor must give the model's input ${JSON.stringify(input)}, ` +
      `got ${JSON.stringify(shape)}`,
  );
}

function parseExtractor(
  value: unknown,
  folder: string,
): { config: ExtractorConfig; shape: readonly number[] } {
  try {
    const config = parseExtractorConfig(value);
    return { config, shape: createExtractor(config).shape };
  } catch (cause) {
    if (!FeatureError.isInstance(cause)) throw cause;
    const message = `${folder}/model.json: its extractor is damaged: ${cause.message}`;
    throw new CliError('bad-model', message, { cause });
  }
}

function testVariantsOf({ testVariants }: Classifier, folder: string): readonly VariantConfig[] {
  try {
    return parseVariantConfigs(testVariants ?? []);
  } catch (cause) {
    if (!FeatureError.isInstance(cause)) throw cause;
    const message = `${folder}/model.json: its test variants are damaged: ${cause.message}`;
    throw new CliError('bad-model', message, { cause });
  }
}

/** A shape without its lengths of 1: a vector of n features is n steps of 1 channel to a model. */
function sizes(shape: readonly (number | null)[]): string {
  return shape.filter((length) => length !== 1).join();
}
