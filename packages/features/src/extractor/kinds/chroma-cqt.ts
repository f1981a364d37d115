import { type ChromaCqtOptions, chromaCqt } from '../../feature/chroma-cqt.ts';
import { finite, integer, nullOr, oneOf, positive } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import { checkNorm } from '../../util/vector-norm.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { checkCentred } from '../util/check-centred.ts';
import { firstFrames } from '../util/first-frames.ts';
import { numbered } from '../util/numbered.ts';

/**
 * Constant-Q chromagram: `chromaCqt_1`, `chromaCqt_2`, … Its frames have lengths of their own: of
 * the signal it takes rate and hop, and needs `center` and zeros as padding.
 */
export interface ChromaCqtConfig
  extends Readonly<Omit<ChromaCqtOptions, 'sampleRate' | 'hopLength' | 'window'>> {
  readonly kind: 'chromaCqt';
}

/** The most octaves: from one hertz to beyond every rate. */
const MAX_OCTAVES = 20;

/** About as many bins of its spectrum does a filter have. */
const WEIGHTS_OF_FILTER = 64;

export const chromaCqtKind: FeatureKind<ChromaCqtConfig> = {
  kind: 'chromaCqt',
  checks: {
    fMin: positive,
    norm: checkNorm,
    threshold: nullOr(finite),
    tuning: nullOr(finite),
    nChroma: integer(1, MAX_FEATURE_ROWS),
    nOctaves: integer(1, MAX_OCTAVES),
    binsPerOctave: nullOr(integer(1, MAX_FEATURE_ROWS)),
    cqtMode: oneOf('full', 'hybrid'),
  },
  weights: ({ nOctaves = 7, binsPerOctave = 36, nChroma = 12 }) =>
    nOctaves * (binsPerOctave ?? nChroma) * WEIGHTS_OF_FILTER,
  names: ({ nChroma = 12 }) => numbered('chromaCqt', nChroma),
  rows({ kind: _, ...options }, { samples, config, hopLength }) {
    checkCentred('chromaCqt', config);
    const { sampleRate } = config;
    const chroma = chromaCqt(samples, { ...options, sampleRate, hopLength });
    return firstFrames(chroma, samples.length, hopLength);
  },
};
