import { type ExtractorConfig, parseExtractorConfig } from '@ser/features';
import { Classifier } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { CliError } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { startBackend } from '../console/start-backend.ts';
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
 * @param folder the run's; left out, the newest one in `runs/`
 * @throws CliError `no-model` or `no-extractor`, ModelError for a model that is not there or damaged
 */
export async function withModel<T>(
  folder: string | undefined,
  task: (model: LoadedModel, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const path = folder ?? (await newestRun());
  await startBackend('wasm');
  const classifier = await Classifier.load(folderStore(path));
  try {
    const extractor = extractorOf(classifier, path);
    return await withInterrupt((signal) => task({ folder: path, classifier, extractor }, signal));
  } finally {
    classifier.dispose();
  }
}

function extractorOf({ extractor }: Classifier, folder: string): ExtractorConfig {
  if (extractor) return parseExtractorConfig(extractor);
  throw new CliError(
    'no-extractor',
    `the model in ${folder} does not say which features it needs; train it with \`${commandName()} train\``,
  );
}
