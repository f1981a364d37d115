import type { ExtractorConfig, VariantConfig } from '@ser/features';
import { ExperimentError } from '../../experiment-error.ts';
import { canonicalJson } from '../../util/canonical-json.ts';

/** All that determines the features of a clip, but for what its file holds. */
export interface FeatureKeyParts {
  extractor: ExtractorConfig;
  variants: readonly VariantConfig[];
  /** Of the clip's variants. Without variants it counts for nothing. */
  seed: number;
  /** Of the code that computes them. */
  version: string;
}

/**
 * The name of a clip's features: SHA-256, as hexadecimal digits, of what its file holds and of how
 * they are computed. A file that was only moved keeps its features, unless it has variants, whose
 * random numbers the clip's id seeds.
 */
export async function featureKey(
  bytes: Uint8Array,
  { extractor, variants, seed, version }: FeatureKeyParts,
): Promise<string> {
  const parts = {
    file: await sha256(bytes),
    extractor,
    variants,
    seed: variants.length > 0 ? seed : null,
    version,
  };
  return sha256(new TextEncoder().encode(canonicalJson(parts)));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) {
    throw new ExperimentError(
      'bad-argument',
      'extractRows: `features` needs crypto.subtle, which pages have over https alone, got none',
    );
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
