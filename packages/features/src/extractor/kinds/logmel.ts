import type { MelOptions } from '../../filters/mel.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { DELTA_CHECKS, type Deltas, deltaNames, withDeltas } from '../util/deltas.ts';
import { liveMelDecibels, writeBands } from '../util/live-mel.ts';
import { DEFAULT_MELS, MEL_CHECKS, melNorm } from '../util/mel-checks.ts';
import { melDecibels, TOP_DB_CHECKS, type TopDb } from '../util/mel-decibels.ts';

/** Mel power spectrogram in dB, ref 1: `logmel_1`, `logmel_2`, … */
export interface LogMelConfig extends Readonly<MelOptions>, TopDb, Deltas {
  readonly kind: 'logmel';
}

export const logmelKind: FeatureKind<LogMelConfig> = {
  kind: 'logmel',
  checks: { ...MEL_CHECKS, norm: melNorm, ...TOP_DB_CHECKS, ...DELTA_CHECKS },
  weights: ({ nMels = DEFAULT_MELS }, bins) => nMels * bins,
  names: (config) => deltaNames('logmel', config.nMels ?? DEFAULT_MELS, config),
  rows: (config, analysis) => withDeltas(melDecibels(analysis, config, config), config),
  live: (config, source, path) => writeBands(liveMelDecibels(config, config, source, path)),
};
