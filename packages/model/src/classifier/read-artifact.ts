import { type io, util } from '@tensorflow/tfjs-core';
import { ModelError } from '../model-error.ts';
import type { FileSource } from '../stores/file-store.ts';
import { sha256 } from '../util/sha256.ts';
import { ARTIFACT_VERSION, type Artifact, type Metadata, MODEL_FILE } from './artifact-format.ts';

/**
 * Reads both files of a saved classifier and checks that they belong together.
 *
 * @throws {ModelError} `no-such-path`, `foreign-model` or `corrupt-model`; what the source throws.
 */
export async function readArtifact(source: FileSource): Promise<Artifact> {
  const fail = (
    code: 'no-such-path' | 'foreign-model' | 'corrupt-model',
    what: string,
    cause?: unknown,
  ) => new ModelError(code, `Classifier.load: ${source.name}: ${what}`, { cause });
  const read = async (file: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await source.read(file);
    if (!bytes) throw fail('no-such-path', `there is no ${file}`);
    return bytes;
  };
  const bytes = await read(MODEL_FILE);
  let json: Partial<io.ModelJSON> | null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw fail('corrupt-model', `${MODEL_FILE} is not JSON: ${(cause as Error).message}`, cause);
  }
  const metadata = (json?.userDefinedMetadata as { ser?: Metadata } | undefined)?.ser;
  if (!json || !metadata) {
    const why = 'it has no userDefinedMetadata.ser';
    throw fail('foreign-model', `${MODEL_FILE} was not written by Classifier.save (${why})`);
  }
  if (metadata.version !== ARTIFACT_VERSION) {
    throw fail('foreign-model', `version must be ${ARTIFACT_VERSION}, got ${metadata.version}`);
  }
  const { modelTopology, weightsManifest } = json;
  const group = Array.isArray(weightsManifest) ? weightsManifest[0] : undefined;
  const file = group?.paths?.[0] ?? '';
  // A plain name: files lie beside model.json, never elsewhere.
  const hasFile = /^[\w-]+\.bin$/.test(file);
  const { labels } = metadata;
  const hasLabels = Array.isArray(labels) && labels.every((label) => typeof label === 'string');
  if (!modelTopology || !group || !hasFile || !hasLabels) {
    throw fail('corrupt-model', `${MODEL_FILE} must hold a topology, weights and labels`);
  }
  const { weights: weightSpecs } = group;
  const expected = byteLength(weightSpecs);
  if (expected === undefined) {
    throw fail('corrupt-model', `${MODEL_FILE} does not say what the weights are`);
  }
  const weights = await read(file);
  if (weights.length !== expected) {
    throw fail('corrupt-model', `${file} must have ${expected} bytes, got ${weights.length}`);
  }
  const digest = await sha256(weights);
  if (digest && metadata.weightsSha256 && digest !== metadata.weightsSha256) {
    throw fail('corrupt-model', `${file} is not the one that ${MODEL_FILE} was saved with`);
  }
  return { modelTopology, weightSpecs, weights, metadata };
}

/** Bytes of all weights together; undefined when the entries do not say. */
function byteLength(specs: io.WeightsManifestEntry[]): number | undefined {
  try {
    return specs.reduce(
      (bytes, { shape, dtype }) =>
        bytes + util.sizeFromShape(shape) * util.bytesPerElement(dtype as 'float32'),
      0,
    );
  } catch {
    return undefined;
  }
}
