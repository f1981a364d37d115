import { type CepstrumOptions, mfcc } from '../../feature/mfcc.ts';
import type { MelOptions } from '../../filters/mel.ts';
import { dctMatrix } from '../../util/dct-matrix.ts';
import { integer, nonNegative, oneOf } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import type { Matrix } from '../../util/matrix.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { rowMeans } from '../statistics.ts';
import type { Analysis } from '../util/analysis.ts';
import { DELTA_CHECKS, type Deltas, deltaNames, withDeltas } from '../util/deltas.ts';
import { liveMelDecibels } from '../util/live-mel.ts';
import { DEFAULT_MELS, MEL_CHECKS, melNorm } from '../util/mel-checks.ts';
import { melDecibels, TOP_DB_CHECKS, type TopDb } from '../util/mel-decibels.ts';

/** Mel-frequency cepstral coefficients: `mfcc_1`, `mfcc_2`, … */
export interface MfccConfig
  extends Readonly<CepstrumOptions>,
    Readonly<Omit<MelOptions, 'norm'>>,
    TopDb,
    Deltas {
  readonly kind: 'mfcc';
  /** The `norm` of the mel filters. Default `'slaney'`. */
  readonly melNorm?: MelOptions['norm'];
}

export const mfccKind: FeatureKind<MfccConfig> = {
  kind: 'mfcc',
  checks: {
    nMfcc: integer(1, MAX_FEATURE_ROWS),
    dctType: oneOf(1, 2, 3),
    norm: oneOf('ortho', null),
    lifter: nonNegative,
    ...MEL_CHECKS,
    melNorm,
    ...TOP_DB_CHECKS,
    ...DELTA_CHECKS,
  },
  weights: ({ nMels = DEFAULT_MELS, nMfcc = 20 }, bins) => nMels * (bins + nMfcc),
  names: (config) => deltaNames('mfcc', config.nMfcc ?? 20, config),
  rows: (config, analysis) =>
    withDeltas(cepstra(config, decibels(config, analysis), analysis), config),
  means(config, analysis) {
    if (config.deltas) return rowMeans(mfccKind.rows(config, analysis));
    // The cosine transform is linear: that of the mean is the mean of those of all frames.
    const data = rowMeans(decibels(config, analysis));
    return cepstra(config, { data, shape: [data.length, 1] }, analysis).data;
  },
  live(config, source, path) {
    const { nMfcc = 20, dctType = 2, norm = 'ortho', lifter = 0 } = config;
    const { values, compute } = liveMelDecibels(melOptions(config), config, source, path);
    const basis = dctMatrix(nMfcc, values.length, dctType, norm);
    const gains = Float64Array.from({ length: nMfcc }, (_, k) =>
      lifter > 0 ? 1 + (lifter / 2) * Math.sin((Math.PI * (k + 1)) / lifter) : 1,
    );
    return (out, at) => {
      compute();
      for (let k = 0; k < nMfcc; k++) {
        let sum = 0;
        for (let m = 0; m < values.length; m++) {
          sum += gains[k] * basis[k * values.length + m] * values[m];
        }
        out[at + k] = sum;
      }
    };
  },
};

function melOptions({ nMels, fMin, fMax, htk, melNorm: norm }: MfccConfig): MelOptions {
  return { nMels, fMin, fMax, htk, norm };
}

function decibels(config: MfccConfig, analysis: Analysis): Matrix {
  return melDecibels(analysis, melOptions(config), config);
}

function cepstra(
  { nMfcc, dctType, norm, lifter }: MfccConfig,
  spectra: Matrix,
  { config: { sampleRate } }: Analysis,
): Matrix {
  return mfcc(spectra, { sampleRate, nMfcc, dctType, norm, lifter });
}
