import type { MfccFrameOptions } from '../../kaldi/kaldi-options.ts';
import { kaldiFrames } from '../../kaldi/util/kaldi-frames.ts';
import { MFCC_CHECKS, mfccValues } from '../../kaldi/util/mfcc-values.ts';
import { integer } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { extractorSettings, liveValues } from '../util/kaldi-signal.ts';
import { numbered } from '../util/numbered.ts';

/**
 * Cepstral coefficients as Kaldi's: `kaldiMfcc_energy`, or without `useEnergy` `kaldiMfcc_1`, then
 * `kaldiMfcc_2`, …; with `htkCompat` the first comes last. Frames are those of `kaldiFbank`.
 */
export interface KaldiMfccConfig extends Readonly<MfccFrameOptions> {
  readonly kind: 'kaldiMfcc';
}

export const kaldiMfccKind: FeatureKind<KaldiMfccConfig> = {
  kind: 'kaldiMfcc',
  checks: {
    ...MFCC_CHECKS,
    numMelBins: integer(3, MAX_FEATURE_ROWS),
    numCeps: integer(1, MAX_FEATURE_ROWS),
  },
  weights: ({ numMelBins = 23, numCeps = 13 }, bins) => numMelBins * (2 * bins + numCeps),
  names({ numCeps = 13, useEnergy = true, htkCompat = false }) {
    const [first, ...rest] = numbered('kaldiMfcc', numCeps);
    const zeroth = useEnergy ? 'kaldiMfcc_energy' : first;
    return htkCompat ? [...rest, zeroth] : [zeroth, ...rest];
  },
  rows(config, { samples, config: signal }) {
    const settings = extractorSettings('kaldiMfcc', signal, config);
    const values = mfccValues('kaldiMfcc', settings, config);
    return kaldiFrames('kaldiMfcc', samples, settings, values);
  },
  live: (config, source, path) =>
    liveValues(config, source, path, (settings) =>
      mfccValues('createFrameStream', settings, config),
    ),
};
