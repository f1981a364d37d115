import type { FbankFrameOptions } from '../../kaldi/kaldi-options.ts';
import { FBANK_CHECKS, fbankValues } from '../../kaldi/util/fbank-values.ts';
import { kaldiFrames } from '../../kaldi/util/kaldi-frames.ts';
import { integer } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { extractorSettings, liveValues } from '../util/kaldi-signal.ts';
import { numbered } from '../util/numbered.ts';

/**
 * Mel filter banks as Kaldi's: `kaldiFbank_1`, `kaldiFbank_2`, …, with `useEnergy` also
 * `kaldiFbank_energy`. A frame is the extractor's `nFft`, such as 400 samples of 25 ms, and
 * `hopLength` the way to the next one; `center` must be false.
 */
export interface KaldiFbankConfig extends Readonly<FbankFrameOptions> {
  readonly kind: 'kaldiFbank';
}

/** Kaldi's number of bands, where none is given. */
const DEFAULT_BANDS = 23;

export const kaldiFbankKind: FeatureKind<KaldiFbankConfig> = {
  kind: 'kaldiFbank',
  checks: { ...FBANK_CHECKS, numMelBins: integer(3, MAX_FEATURE_ROWS) },
  // A frame is filled up to at most twice its length.
  weights: ({ numMelBins = DEFAULT_BANDS }, bins) => 2 * numMelBins * bins,
  names({ numMelBins = DEFAULT_BANDS, useEnergy = false, htkCompat = false }) {
    const bands = numbered('kaldiFbank', numMelBins);
    if (!useEnergy) return bands;
    return htkCompat ? [...bands, 'kaldiFbank_energy'] : ['kaldiFbank_energy', ...bands];
  },
  rows(config, { samples, config: signal }) {
    const settings = extractorSettings('kaldiFbank', signal, config);
    return kaldiFrames('kaldiFbank', samples, settings, fbankValues(settings, config));
  },
  live: (config, source, path) =>
    liveValues(config, source, path, (settings) => fbankValues(settings, config)),
};
