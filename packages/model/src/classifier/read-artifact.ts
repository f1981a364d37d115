import type { io } from '@tensorflow/tfjs-core';
import { ModelError, type ModelErrorCode } from '../model-error.ts';
import type { FileSource } from '../stores/file-store.ts';
import { sha256 } from '../util/sha256.ts';
import { ARTIFACT_VERSION, type Artifact, type Metadata, MODEL_FILE } from './artifact-format.ts';
import { BOUNDS } from './util/bounds.ts';
import { checkJsonSize } from './util/check-json-size.ts';
import { checkWeightSpecs } from './util/check-weight-specs.ts';
import { type Config, readTopology } from './util/read-topology.ts';

/** A plain name: files lie beside model.json, never elsewhere. */
const WEIGHTS_FILE = /^[\w-]+\.bin$/;

/**
 * Reads both files of a saved classifier and checks that they belong together. What they claim is
 * held against the bytes of the weights and against `BOUNDS`. It needs nothing of tfjs.
 *
 * @param checkModel Throws for a topology, or for weights of it, that the caller takes no memory
 *   for. It comes before the weights are read. What is no ModelError becomes `corrupt-model`.
 * @throws {ModelError} `no-such-path`, `foreign-model` or `corrupt-model`; the code of what
 *   `checkModel` throws; what the source throws.
 */
export async function readArtifact(
  caller: string,
  source: FileSource,
  checkModel: (topology: Config, specs: readonly io.WeightsManifestEntry[]) => void,
): Promise<Artifact> {
  const fail = (code: ModelErrorCode, what: string, cause?: unknown) =>
    new ModelError(code, `${caller}: ${source.name}: ${what}`, { cause });

  async function read(file: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
    const tooLarge = (cause?: unknown) =>
      fail('corrupt-model', `${file} must have at most ${maxBytes} bytes`, cause);
    let bytes: Uint8Array<ArrayBuffer> | undefined;
    try {
      bytes = await source.read(file, { maxBytes });
    } catch (error) {
      const isTooLarge = ModelError.isInstance(error) && error.code === 'too-large';
      throw isTooLarge ? tooLarge(error) : error;
    }
    if (!bytes) throw fail('no-such-path', `there is no ${file}`);
    // A source of one's own may know no `maxBytes`.
    if (bytes.length > maxBytes) throw tooLarge();
    return bytes;
  }

  /** Checks a part of model.json. */
  function check<T>(checkPart: () => T): T {
    try {
      return checkPart();
    } catch (cause) {
      const code = ModelError.isInstance(cause) ? cause.code : 'corrupt-model';
      throw fail(code, `${MODEL_FILE}: ${(cause as Error).message}`, cause);
    }
  }

  const jsonBytes = await read(MODEL_FILE, BOUNDS.jsonBytes);
  check(() => checkJsonSize(jsonBytes));
  const json = parse(jsonBytes, (why, cause) =>
    fail('corrupt-model', `${MODEL_FILE} is not JSON: ${why}`, cause),
  );
  const metadata = (json?.userDefinedMetadata as { ser?: Metadata } | undefined)?.ser;
  if (!json || !metadata) {
    const why = 'it has no userDefinedMetadata.ser';
    throw fail('foreign-model', `${MODEL_FILE} was not written by Classifier.save (${why})`);
  }
  if (metadata.version !== ARTIFACT_VERSION) {
    const version = JSON.stringify(metadata.version);
    throw fail('foreign-model', `version must be ${ARTIFACT_VERSION}, got ${version}`);
  }
  const { labels } = metadata;
  if (!(Array.isArray(labels) && labels.every((label) => typeof label === 'string'))) {
    throw fail('corrupt-model', `${MODEL_FILE} must hold labels`);
  }
  const { file, weightSpecs } = check(() => readManifest(json.weightsManifest));
  const { bytes, values } = check(() => checkWeightSpecs(weightSpecs));
  const modelTopology = check(() => readTopology(json.modelTopology));
  check(() => checkModel(modelTopology, weightSpecs));
  const weights = await read(file, bytes);
  if (weights.length !== bytes) {
    throw fail('corrupt-model', `${file} must have ${bytes} bytes, got ${weights.length}`);
  }
  const digest = await sha256(weights);
  if (digest && metadata.weightsSha256 && digest !== metadata.weightsSha256) {
    throw fail('corrupt-model', `${file} is not the one that ${MODEL_FILE} was saved with`);
  }
  return { modelTopology, weightSpecs, weightValues: values, weights, metadata };
}

function parse(
  bytes: Uint8Array,
  fail: (why: string, cause?: unknown) => ModelError,
): Partial<io.ModelJSON> | null {
  const text = new TextDecoder().decode(bytes);
  // What many servers send instead of a file that they do not have.
  if (/^\s*</.test(text)) throw fail('it begins as a page of HTML; is the address right?');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail((cause as Error).message, cause);
  }
}

/** The one file of weights, and what it holds. */
function readManifest(manifest: unknown): {
  file: string;
  weightSpecs: io.WeightsManifestEntry[];
} {
  const [group, ...groups] = Array.isArray(manifest) ? manifest : [];
  const [file, ...files] = Array.isArray(group?.paths) ? group.paths : [];
  const hasOne = groups.length === 0 && files.length === 0 && typeof file === 'string';
  if (!hasOne || !WEIGHTS_FILE.test(file)) {
    throw new RangeError('its weightsManifest must name one file beside it');
  }
  return { file, weightSpecs: group.weights };
}
