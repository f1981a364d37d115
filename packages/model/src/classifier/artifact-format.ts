import type { io } from '@tensorflow/tfjs-core';
import type { ScalerJson } from '../preprocessing/standard-scaler.ts';

/** The file that describes a saved classifier; tfjs' name for it. */
export const MODEL_FILE = 'model.json';

/** Of what `model.json` carries beside the tfjs model. */
export const ARTIFACT_VERSION = 1;

/** What `model.json` carries beside the tfjs model, under `userDefinedMetadata.ser`. */
export interface Metadata {
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
    userDefinedMetadata: { ser: { version: ARTIFACT_VERSION, ...metadata } },
  });
}
