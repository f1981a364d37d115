import { resolve } from 'node:path';
import type { ClipFingerprint } from '@ser/experiment';
import { type FingerprintsOptions, fingerprintsOf } from '../../data/fingerprints-of.ts';
import { fingerprintText } from './fingerprint-text.ts';
import type { TableParts } from './table-rows.ts';

/** By what who merges the shards finds recordings, which may stand in several; by the clips' ids. */
export async function partFingerprints(
  clips: TableParts['clips'],
  options: FingerprintsOptions,
): Promise<Map<string, ClipFingerprint>> {
  const found = await fingerprintsOf(clips, options);
  return new Map(
    clips
      .filter(({ id }) => found.has(id))
      .map(({ id, file }) => [
        id,
        { file: resolve(file), fingerprint: fingerprintText(found.get(id)) },
      ]),
  );
}
