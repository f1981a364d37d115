import type { ExtractorConfig } from '@ser/features';
import { type FileSource, LinearClassifier, ModelError } from '@ser/model/linear';
import {
  type LoadRecognizerOptions,
  loadRecognizer,
  type Recognizer,
  RecognizerError,
  type VoiceJson,
} from '@ser/recognizer';
import { CliError } from '../console/cli-error.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { plainStore } from '../data/plain-store.ts';
import { readOnce } from '../data/read-once.ts';
import { chooseModel, PUBLISHED } from './choose-model.ts';
import { readVoice } from './read-voice.ts';

/** A recogniser that the user has chosen. */
export interface LoadedRecognizer {
  /** What `--model` takes for its model: its folder, or `published`. */
  name: string;
  recognizer: Recognizer;
  /** What a model of one's own needs of a clip; undefined for the published one, which needs all. */
  extractor: ExtractorConfig | undefined;
}

/** What is recognised with. */
export interface RecognizerChoice {
  /** A run's folder, `newest` or `published`. Default `'published'`. */
  model?: string;
  /** A file that `ser calibrate` wrote. Default: none, any voice. */
  voice?: string;
}

type Task<T> = (loaded: LoadedRecognizer, signal: AbortSignal) => Promise<T>;

/**
 * Runs a task with a recogniser, and frees its memory in the end. The signal is aborted by Ctrl-C.
 * TensorFlow.js is loaded for networks alone.
 *
 * @throws CliError for a folder without a model, see `chooseModel`; `bad-voice`; ModelError and
 *   RecognizerError for a model that is damaged
 */
export async function withRecognizer<T>(
  { model: choice = PUBLISHED, voice: voiceFile }: RecognizerChoice,
  task: Task<T>,
): Promise<T> {
  const voice = voiceFile === undefined ? undefined : await readVoice(voiceFile);
  const load = async (source?: LoadRecognizerOptions['source']): Promise<Recognizer> => {
    try {
      return await loadRecognizer({ ...(source && { source }), voice: voice as VoiceJson });
    } catch (cause) {
      throw voiceFile === undefined ? cause : voiceError(voiceFile, cause);
    }
  };
  const run = async (loaded: LoadedRecognizer): Promise<T> => {
    try {
      return await withInterrupt((signal) => task(loaded, signal));
    } finally {
      loaded.recognizer.dispose();
    }
  };
  const chosen = await chooseModel(choice);
  const { name, folder, isPublished } = chosen;
  if (isPublished) return run({ name, recognizer: await load(), extractor: undefined });
  const store = readOnce(plainStore(folder));
  const linear = await loadLinear(store);
  if (linear) {
    const recognizer = await load(store);
    checkFeatures(folder, recognizer, linear);
    return run({ name, recognizer, extractor: linear.extractor as ExtractorConfig });
  }
  const { withChosenModel } = await import('./with-model.ts');
  return withChosenModel(chosen, async ({ classifier, extractor }, signal) => {
    const recognizer = await load(classifier);
    try {
      return await task({ name, recognizer, extractor }, signal);
    } finally {
      recognizer.dispose();
    }
  });
}

/** The model of a folder; undefined for a network, which is not linear. */
async function loadLinear(store: FileSource): Promise<LinearClassifier | undefined> {
  try {
    return await LinearClassifier.load(store);
  } catch (error) {
    if (ModelError.isInstance(error) && error.code === 'not-linear') return undefined;
    throw error;
  }
}

/** Checks that a model's extractor gives what the model takes. */
function checkFeatures(
  folder: string,
  { names }: Recognizer,
  { features }: LinearClassifier,
): void {
  if (names.length === features) return;
  const message =
    `${folder}/model.json: its extractor must give the model's input of ${features} values, ` +
    `got ${names.length}`;
  throw new CliError('bad-model', message);
}

function voiceError(file: string, cause: unknown): unknown {
  const isVoice =
    RecognizerError.isInstance(cause) && ['bad-voice', 'not-adaptable'].includes(cause.code);
  if (!isVoice) return cause;
  const why = cause.message.replace(/^loadRecognizer: /, '');
  return new CliError('bad-voice', `--voice ${file}: ${why}`, { cause });
}
