import type { CachedFeatures, FeatureCache } from '../table/feature-cache.ts';

/** A cache of features in memory, whose entries tests look at. */
export function memoryFeatures(): FeatureCache & { readonly entries: Map<string, CachedFeatures> } {
  const entries = new Map<string, CachedFeatures>();
  return {
    entries,
    read: async (key) => entries.get(key),
    async write(key, values) {
      entries.set(key, values);
    },
  };
}
