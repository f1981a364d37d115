import type { io } from '@tensorflow/tfjs-core';
import type { ScalerJson } from '../preprocessing/standard-scaler.ts';
import type { Config } from './util/read-topology.ts';

/** The file that describes a saved classifier, under tfjs' name. */
export const MODEL_FILE = 'model.json';

/** The version of `Metadata`. */
export const ARTIFACT_VERSION = 1;

/** What `model.json` holds beside the tfjs model, under `userDefinedMetadata.ser`. */
export interface Metadata {
  version: number;
  labels: string[];
  scaler: ScalerJson | null;
  extractor: unknown;
  /** Absent where there are none. */
  testVariants?: unknown;
  /** The digest of the weights' file in hexadecimal; '' where the platform had none. */
  weightsSha256: string;
}

/** A saved classifier, read but not built. */
export interface Artifact {
  modelTopology: Config;
  /** Name, shape and type of each weight, in the order of their bytes. */
  weightSpecs: io.WeightsManifestEntry[];
  /** How many values all weights have together. */
  weightValues: number;
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
