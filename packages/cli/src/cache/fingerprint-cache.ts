import { createHash } from 'node:crypto';
import type { Fingerprint } from '@ser/corpus';
import type { FeatureCache } from '@ser/experiment';

/** Fingerprints of sounds between runs, by what their files hold. */
export interface FingerprintCache {
  /** Undefined where it is not known; its `fingerprint`, where the sound has none. */
  read(file: Uint8Array): Promise<{ fingerprint: Fingerprint | undefined } | undefined>;
  write(file: Uint8Array, fingerprint: Fingerprint | undefined): Promise<void>;
}

/** Keeps fingerprints as entries of a cache of features. @param version of the code */
export function fingerprintCache(features: FeatureCache, version: string): FingerprintCache {
  const keyOf = (file: Uint8Array): string => {
    const content = createHash('sha256').update(file).digest('hex');
    return createHash('sha256').update(`fingerprint ${version} ${content}`).digest('hex');
  };
  return {
    async read(file) {
      const values = await features.read(keyOf(file));
      if (!values) return undefined;
      const [anchors, codes] = values;
      return {
        fingerprint: anchors && {
          anchors: anchors.values,
          codes: Int8Array.from(codes.values),
        },
      };
    },
    write: (file, fingerprint) =>
      features.write(
        keyOf(file),
        fingerprint
          ? [
              { name: 'anchors', values: fingerprint.anchors },
              { name: 'codes', values: Float32Array.from(fingerprint.codes) },
            ]
          : [],
      ),
  };
}
