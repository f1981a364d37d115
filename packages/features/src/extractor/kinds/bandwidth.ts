import { spectralBandwidth } from '../../feature/spectral-bandwidth.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { oneRow } from '../util/one-row.ts';

/** Spectral bandwidth in Hz, one value a frame: `bandwidth`. */
export interface BandwidthConfig {
  readonly kind: 'bandwidth';
}

export const bandwidthKind: FeatureKind<BandwidthConfig> = {
  kind: 'bandwidth',
  checks: {},
  names: () => ['bandwidth'],
  rows: (_, analysis) => oneRow(spectralBandwidth(analysis.magnitudes(), analysis.spectral())),
};
