import {
  createExtractor,
  type ExtractorConfig,
  FeatureError,
  parseExtractorConfig,
} from '@ser/features';
import { Classifier } from '@ser/model';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { startBackend } from '../console/start-backend.ts';
import { plainStore } from '../data/plain-store.ts';
import { findModel } from './find-model.ts';
import { newestRun } from './newest-run.ts';

/** A trained model. */
export interface LoadedModel {
  /** Where it was loaded from. */
  folder: string;
  classifier: Classifier;
  /** What the model needs of a clip. */
  extractor: ExtractorConfig;
}

/**
 * Runs a task with the model of a finished run, and frees the model's memory in the end. The signal
 * is aborted by Ctrl-C.
 *
 * @param folder the run's. Default: the newest one in `runs/`.
 * @throws CliError for a folder without a model, see `findModel`; `no-extractor`, or `bad-model`
 *   for an extractor that is damaged or does not fit the model; ModelError for a model that is not
 *   there or damaged
 */
export async function withModel<T>(
  folder: string | undefined,
  task: (model: LoadedModel, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const path = folder === undefined ? await newestRun() : await findModel(folder);
  await startBackend('wasm');
  const classifier = await Classifier.load(plainStore(path));
  try {
    const extractor = extractorOf(classifier, path);
    return await withInterrupt((signal) => task({ folder: path, classifier, extractor }, signal));
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

/** A shape without its lengths of 1: a vector of n features is n steps of 1 channel to a model. */
function sizes(shape: readonly (number | null)[]): string {
  return shape.filter((length) => length !== 1).join();
}
