import type { OptionNames } from '@ser/internal';
import { type FileSource, urlStore } from '@ser/model/linear';
import { publishedModel } from '@ser/ravdess-data/model';
import type { ClassifierLike } from './recognizer/classifier-like.ts';
import { type Model, notAdaptable } from './recognizer/model.ts';
import { ModelRecognizer } from './recognizer/model-recognizer.ts';
import { voiceModelOf } from './recognizer/parts-from-state.ts';
import { readModel } from './recognizer/read-model.ts';
import type { Recognizer } from './recognizer/recognizer.ts';
import { NO_CONFIG } from './recognizer/recognizer-config.ts';
import { Versions } from './recognizer/versions.ts';
import { watchSource } from './recognizer/watch-source.ts';
import { RecognizerError } from './recognizer-error.ts';
import { badArgument, checkFunction, checkOptions, checkSignal, isUrl } from './util/checks.ts';
import { toRecognizerError } from './util/to-recognizer-error.ts';
import { parseVoiceJson, type VoiceJson } from './voice/voice-json.ts';

/** The options of `loadRecognizer`. */
export interface LoadRecognizerOptions {
  /**
   * The model: the web address of a folder that `ser train` wrote, a store of `@ser/model` such as
   * `folderStore` of `@ser/model/node`, or a classifier such as `Classifier.load` of `@ser/model`
   * gives, which stays yours to dispose of. Default: the model that is inside of this package.
   */
  source?: string | URL | FileSource | ClassifierLike | undefined;
  /** What `recognizer.voice` gave of a calibrated recogniser of this model. Default: none. */
  voice?: VoiceJson | undefined;
  /** Ends the loading; what it rejects with is the signal's reason. Default: none. */
  signal?: AbortSignal | undefined;
  /** Called after each file. Default: none. */
  onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/** How far `loadRecognizer` is. */
export interface LoadProgress {
  /** The file that was read last, such as `weights.bin`. */
  file: string;
  /** How many files were read. */
  loaded: number;
  /** How many there are. */
  total: number;
}

const OPTIONS: OptionNames<LoadRecognizerOptions> = {
  source: true,
  voice: true,
  signal: true,
  onProgress: true,
};

/** `recognizer.json`, `model.json` and the weights; of a voice, the latter two once more. */
const FILES = 3;
const FILES_WITH_VOICE = 5;

/**
 * Loads a model that hears emotions. The one inside of this package needs neither a network nor
 * a file.
 *
 * @example
 * const recognizer = await loadRecognizer();
 * const [best] = await recognizer.recognize(await readFile('voice.wav'));
 *
 * @throws {RecognizerError} `bad-model` for files that are not there, are damaged, or are of
 *   another kind of model; `bad-voice` for a voice of another model; `not-adaptable` for a voice
 *   where the model knows none; `bad-argument`. Once the signal is aborted, its reason.
 */
export async function loadRecognizer(options: LoadRecognizerOptions = {}): Promise<Recognizer> {
  const caller = 'loadRecognizer';
  const {
    source = publishedModel,
    voice,
    signal,
    onProgress,
  } = checkOptions(caller, options, OPTIONS);
  checkSignal(caller, signal);
  if (onProgress !== undefined) checkFunction(caller, 'onProgress', onProgress);
  signal?.throwIfAborted();
  const total = voice === undefined ? FILES : FILES_WITH_VOICE;
  let loaded = 0;
  const onRead = (file: string): void => {
    loaded++;
    onProgress?.({ file, loaded, total });
  };
  if (isClassifier(source)) return bind(caller, classifierModel(caller, source), voice);
  const watched = watchSource(caller, toSource(caller, source), signal, onRead);
  try {
    return await bind(caller, await readModel(caller, watched.source), voice);
  } finally {
    watched.stop();
  }
}

/** The recogniser of a model, for one voice where it is given. */
async function bind(caller: string, model: Model, voice: unknown): Promise<Recognizer> {
  if (voice === undefined) return new ModelRecognizer(model);
  const adapted = await model.adapted(caller);
  const sums = parseVoiceJson(voice, voiceModelOf(adapted));
  return new ModelRecognizer(model, { sums, adapted });
}

function isClassifier(source: unknown): source is ClassifierLike {
  return typeof (source as Partial<ClassifierLike> | null)?.predictVersions === 'function';
}

/** The model of a classifier that the caller loaded. */
function classifierModel(caller: string, classifier: ClassifierLike): Model {
  const { labels } = classifier;
  if (!Array.isArray(labels) || labels.length < 2) {
    const text = `${caller}: \`source\` must have at least two labels`;
    throw new RecognizerError('bad-model', `${text}, got ${String(labels?.length)}`);
  }
  return {
    classifier,
    versions: new Versions(caller, classifier),
    config: NO_CONFIG,
    async adapted(asked) {
      throw notAdaptable(asked);
    },
  };
}

function toSource(caller: string, source: string | URL | FileSource): FileSource {
  if (typeof source === 'string' || isUrl(source)) {
    try {
      return urlStore(source);
    } catch (error) {
      throw toRecognizerError(caller, error, 'bad-argument');
    }
  }
  if (typeof source?.read === 'function') return source;
  throw badArgument(caller, 'source', 'a web address, a store or a classifier', source);
}
