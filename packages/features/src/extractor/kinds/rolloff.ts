import { spectralRolloff } from '../../feature/spectral-rolloff.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { oneRow } from '../util/one-row.ts';

/** Spectral roll-off in Hz, one value a frame: `rolloff`. */
export interface RolloffConfig {
  readonly kind: 'rolloff';
}

export const rolloffKind: FeatureKind<RolloffConfig> = {
  kind: 'rolloff',
  checks: {},
  names: () => ['rolloff'],
  rows: (_, analysis) => oneRow(spectralRolloff(analysis.magnitudes(), analysis.spectral())),
};
