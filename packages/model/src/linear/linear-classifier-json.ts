import type { OptionNames } from '@ser/internal';

/** The version of {@link LinearClassifierJson}. */
export const JSON_VERSION = 1;

/** What a {@link LinearClassifierJson} scales examples with. */
export interface LinearScaler {
  /** Mean of each feature, `[features]`. */
  mean: Float64Array;
  /** Standard deviation of each feature, `[features]`. */
  scale: Float64Array;
  /** The largest size of a standardised value. Default: none. */
  clip?: number;
}

/**
 * A `LinearClassifier` as plain data. Its typed arrays survive `structuredClone`, `postMessage` and
 * IndexedDB, not `JSON.stringify`.
 */
export interface LinearClassifierJson {
  version: 1;
  labels: string[];
  /** Weights, row-major `[features, labels]`. */
  kernel: Float32Array;
  /** Added to each label's logit, `[labels]`. */
  bias: Float32Array;
  /** Null where features pass as they are. */
  scaler: LinearScaler | null;
  /** The extractor's configuration. Default: none. */
  extractor?: unknown;
  /** What a clip's versions are. Default: none. */
  testVariants?: unknown;
  /** The SHA-256 of the weights' file in hexadecimal. Default '': not known. */
  weightsSha256?: string;
}

export const JSON_FIELDS: OptionNames<LinearClassifierJson> = {
  version: true,
  labels: true,
  kernel: true,
  bias: true,
  scaler: true,
  extractor: true,
  testVariants: true,
  weightsSha256: true,
};

export const SCALER_FIELDS: OptionNames<LinearScaler> = { mean: true, scale: true, clip: true };
