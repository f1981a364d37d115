/** Features of a clip and of its variants, in the order in which they were asked for. */
export type CachedFeatures = readonly { readonly name: string; readonly values: Float32Array }[];

/**
 * Where the features of single clips survive from one run to the next. A key is 64 hexadecimal
 * digits, and stands for the same features for ever. What rejects here ends the work, so that a
 * cache that may be lost should swallow its own failures.
 */
export interface FeatureCache {
  /** What was written under the key; undefined where nothing was, or where it is damaged. */
  read(key: string): Promise<CachedFeatures | undefined>;
  write(key: string, values: CachedFeatures): Promise<void>;
}
