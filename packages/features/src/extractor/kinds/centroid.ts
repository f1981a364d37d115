import { spectralCentroid } from '../../feature/spectral-centroid.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { oneRow } from '../util/one-row.ts';

/** Spectral centroid in Hz, one value a frame: `centroid`. */
export interface CentroidConfig {
  readonly kind: 'centroid';
}

export const centroidKind: FeatureKind<CentroidConfig> = {
  kind: 'centroid',
  checks: {},
  names: () => ['centroid'],
  rows: (_, analysis) => oneRow(spectralCentroid(analysis.magnitudes(), analysis.spectral())),
};
