import { spectralFlatness } from '../../feature/spectral-flatness.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { oneRow } from '../util/one-row.ts';

/** Spectral flatness, one value a frame: `flatness`. */
export interface FlatnessConfig {
  readonly kind: 'flatness';
}

export const flatnessKind: FeatureKind<FlatnessConfig> = {
  kind: 'flatness',
  checks: {},
  names: () => ['flatness'],
  rows: (_, analysis) => oneRow(spectralFlatness(analysis.magnitudes())),
};
