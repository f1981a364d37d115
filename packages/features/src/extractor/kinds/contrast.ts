import { type SpectralContrastOptions, spectralContrast } from '../../feature/spectral-contrast.ts';
import { between, boolean, integer, positive } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { numbered } from '../util/numbered.ts';

/** Peaks over valleys in octave bands, dB: `contrast_1`, `contrast_2`, … */
export interface ContrastConfig
  extends Readonly<Pick<SpectralContrastOptions, 'fMin' | 'nBands' | 'quantile' | 'linear'>> {
  readonly kind: 'contrast';
}

export const contrastKind: FeatureKind<ContrastConfig> = {
  kind: 'contrast',
  checks: {
    fMin: positive,
    nBands: integer(1, MAX_FEATURE_ROWS - 1),
    quantile: between(0, 1),
    linear: boolean,
  },
  // The first band lies below the octaves.
  names: ({ nBands = 6 }) => numbered('contrast', nBands + 1),
  rows({ fMin, nBands, quantile, linear }, analysis) {
    const options = { ...analysis.spectral(), fMin, nBands, quantile, linear };
    return spectralContrast(analysis.magnitudes(), options);
  },
};
