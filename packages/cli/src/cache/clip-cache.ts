import { createHash } from 'node:crypto';
import type { FeatureCache } from '@ser/experiment';
import { cacheLimit } from './cache-limit.ts';
import { cachePlace } from './cache-place.ts';
import { codeVersion } from './code-version.ts';
import { type FingerprintCache, fingerprintCache } from './fingerprint-cache.ts';
import { FolderCache } from './folder-cache.ts';

/** What is kept of clips from one run to the next. */
export interface ClipCache {
  readonly features: FeatureCache;
  readonly fingerprints: FingerprintCache;
  /** Of the code that decodes clips and extracts their features. */
  readonly version: string;
}

/** The option of a command that uses the cache. */
export interface CacheOption {
  /** Default true. */
  cache?: boolean;
}

/** The option that turns it off, as commander takes it. */
export const NO_CACHE: readonly [flags: string, description: string] = [
  '--no-cache',
  'extract all clips anew, and keep nothing; `ser cache` shows what is kept',
];

/**
 * The cache of this machine's user, unless an option or `$SER_CACHE_SIZE` turns it off.
 *
 * @throws CliError `wrong-usage` for a `$SER_CACHE_SIZE` that is none
 */
export async function openClipCache({ cache = true }: CacheOption): Promise<ClipCache | undefined> {
  const limit = cacheLimit();
  if (!cache || limit === 0) return undefined;
  const [features, corpus] = await Promise.all(
    ['@ser/features', '@ser/corpus'].map((name) => codeVersion(import.meta.resolve(name))),
  );
  const folder = new FolderCache(cachePlace(), { limit });
  return {
    features: folder,
    fingerprints: fingerprintCache(folder, corpus),
    // What is extracted depends on what is decoded.
    version: createHash('sha256').update(`${features} ${corpus}`).digest('hex'),
  };
}
