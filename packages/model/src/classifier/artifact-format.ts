import { type io, util } from '@tensorflow/tfjs-core';
import { ModelError } from '../model-error.ts';
import type { ScalerJson } from '../preprocessing/standard-scaler.ts';
import type { ArtifactSource } from '../stores/file-store.ts';

/** The file that describes a saved classifier; tfjs' name for it. */
export const MODEL_FILE = 'model.json';

const VERSION = 1;

/** What `model.json` carries beside the tfjs model, under `userDefinedMetadata.ser`. */
interface Metadata {
  version: number;
  labels: string[];
  scaler: ScalerJson | null;
  extractor: unknown;
  /** Of the weights' file, in hexadecimal; empty where the platform that saved it had no digest. */
  weightsSha256: string;
}

/** A saved classifier, read but not built. */
export interface Artifact {
  modelTopology: io.ModelJSON['modelTopology'];
  /** Name, shape and type of each weight, in the order of their bytes. */
  weightSpecs: io.WeightsManifestEntry[];
  weights: Uint8Array<ArrayBuffer>;
  metadata: Metadata;
}

/** The text of `model.json`, for a classifier whose weights lie in `weightsFile`. */
export function formatModelJson(
  artifacts: io.ModelArtifacts,
  weightsFile: string,
  metadata: Omit<Metadata, 'version'>,
): string {
  return JSON.stringify({
    modelTopology: artifacts.modelTopology,
    format: artifacts.format,
    generatedBy: artifacts.generatedBy,
    convertedBy: artifacts.convertedBy,
    weightsManifest: [{ paths: [weightsFile], weights: artifacts.weightSpecs ?? [] }],
    userDefinedMetadata: { ser: { version: VERSION, ...metadata } },
  });
}

/**
 * Reads both files of a saved classifier and checks that they belong together.
 *
 * @throws ModelError `artifact-missing`, `artifact-foreign` or `artifact-corrupt`
 */
export async function readArtifact(source: ArtifactSource): Promise<Artifact> {
  const fail = (code: 'artifact-foreign' | 'artifact-corrupt', what: string, cause?: unknown) =>
    new ModelError(code, `Classifier.load: ${source.name}: ${what}`, { cause });
  const bytes = await source.read(MODEL_FILE);
  let json: Partial<io.ModelJSON> | null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw fail('artifact-corrupt', `${MODEL_FILE} is not JSON: ${(cause as Error).message}`, cause);
  }
  const metadata = (json?.userDefinedMetadata as { ser?: Metadata } | undefined)?.ser;
  if (!json || !metadata) {
    const why = 'it has no userDefinedMetadata.ser';
    throw fail('artifact-foreign', `${MODEL_FILE} was not written by Classifier.save (${why})`);
  }
  if (metadata.version !== VERSION) {
    throw fail('artifact-foreign', `version must be ${VERSION}, got ${metadata.version}`);
  }
  const { modelTopology, weightsManifest } = json;
  const group = Array.isArray(weightsManifest) ? weightsManifest[0] : undefined;
  const file = group?.paths?.[0];
  // A plain name: files lie beside model.json, never elsewhere.
  const hasFile = /^[\w-]+\.bin$/.test(file ?? '');
  const { labels } = metadata;
  const hasLabels = Array.isArray(labels) && labels.every((label) => typeof label === 'string');
  if (!modelTopology || !hasFile || !hasLabels) {
    throw fail('artifact-corrupt', `${MODEL_FILE} must hold a topology, weights and labels`);
  }
  const { weights: weightSpecs } = group as io.WeightsManifestConfig[number];
  const expected = byteLength(weightSpecs);
  if (expected === undefined) {
    throw fail('artifact-corrupt', `${MODEL_FILE} does not say what the weights are`);
  }
  const weights = await source.read(file as string);
  if (weights.length !== expected) {
    throw fail('artifact-corrupt', `${file} must have ${expected} bytes, got ${weights.length}`);
  }
  const digest = await sha256(weights);
  if (digest && metadata.weightsSha256 && digest !== metadata.weightsSha256) {
    throw fail('artifact-corrupt', `${file} is not the one that ${MODEL_FILE} was saved with`);
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

/** In hexadecimal; empty where the platform has no digest (pages that are not secure contexts). */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return '';
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
