import { type FileSource, LinearClassifier, ModelError } from '@ser/model/linear';
import { RecognizerError } from '../recognizer-error.ts';
import { toRecognizerError } from '../util/to-recognizer-error.ts';
import {
  type AdaptedModel,
  checkAdapted,
  checkFamiliarity,
  type Model,
  notAdaptable,
} from './model.ts';
import { parseRecognizerConfig } from './parse-recognizer-config.ts';
import { NO_CONFIG, type RecognizerConfig } from './recognizer-config.ts';
import { Versions } from './versions.ts';

const CONFIG_FILE = 'recognizer.json';
/** The folder of the model for calibrated voices. */
const ADAPTED = 'adapted';
/** Some ten times what the published one has. */
const MAX_CONFIG_BYTES = 2 ** 22;

/**
 * Reads a saved model and what lies beside it. The model for calibrated voices is read when it is
 * first asked for.
 *
 * @throws {RecognizerError} `bad-model`.
 */
export async function readModel(caller: string, source: FileSource): Promise<Model> {
  const config = await readConfig(caller, source);
  const classifier = await readLinear(caller, source);
  checkFamiliarity(caller, config.familiarity, classifier.features);
  const versions = new Versions(caller, classifier);
  let adapting: Promise<AdaptedModel> | undefined;
  return {
    classifier,
    versions,
    config,
    adapted(asked) {
      adapting ??= readAdapted(asked, source, { config, labels: classifier.labels }).catch(
        (error) => {
          // A network that failed may be asked again.
          adapting = undefined;
          throw error;
        },
      );
      return adapting;
    },
  };
}

async function readAdapted(
  caller: string,
  source: FileSource,
  { config: { adapted: config }, labels }: { config: RecognizerConfig; labels: readonly string[] },
): Promise<AdaptedModel> {
  if (!config) throw notAdaptable(caller);
  const folder: FileSource = {
    name: `${source.name}/${ADAPTED}`,
    read: (file, options) => source.read(`${ADAPTED}/${file}`, options),
  };
  const classifier = await readLinear(caller, folder);
  const versions = new Versions(caller, classifier);
  return checkAdapted(caller, { classifier, versions, config }, labels);
}

async function readLinear(caller: string, source: FileSource): Promise<LinearClassifier> {
  try {
    return await LinearClassifier.load(source);
  } catch (error) {
    const isNetwork = ModelError.isInstance(error) && error.code === 'not-linear';
    const remedy = 'give what `Classifier.load` of @ser/model makes of it as `source`';
    throw toRecognizerError(caller, error, 'bad-model', isNetwork ? remedy : '');
  }
}

/** What `recognizer.json` says; a folder of `ser train` has none. */
async function readConfig(caller: string, source: FileSource): Promise<RecognizerConfig> {
  const bytes = await read(caller, source);
  if (!bytes) return NO_CONFIG;
  const fail = (why: string, cause?: unknown) =>
    new RecognizerError('bad-model', `${caller}: ${source.name}: ${CONFIG_FILE}: ${why}`, {
      cause,
    });
  // A source of one's own may know no `maxBytes`.
  if (bytes.length > MAX_CONFIG_BYTES) throw fail(`it must have at most ${MAX_CONFIG_BYTES} bytes`);
  const text = new TextDecoder().decode(bytes);
  // Many servers send their first page, in HTML, in place of a file that is not there.
  if (/^\s*</.test(text)) return NO_CONFIG;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fail((cause as Error).message, cause);
  }
  try {
    return parseRecognizerConfig(value);
  } catch (cause) {
    throw fail((cause as Error).message, cause);
  }
}

async function read(caller: string, source: FileSource): Promise<Uint8Array | undefined> {
  try {
    return await source.read(CONFIG_FILE, { maxBytes: MAX_CONFIG_BYTES });
  } catch (error) {
    throw toRecognizerError(caller, error, 'bad-model');
  }
}
