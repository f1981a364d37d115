import type { MelOptions } from '../../filters/mel.ts';
import { positive } from '../../util/field-checks.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { liveMel, writeBands } from '../util/live-mel.ts';
import { DEFAULT_MELS, MEL_CHECKS, melNorm } from '../util/mel-checks.ts';
import { numbered } from '../util/numbered.ts';

/** Mel power spectrogram: `mel_1`, `mel_2`, … */
export interface MelConfig extends Readonly<MelOptions> {
  readonly kind: 'mel';
  /** Exponent of the magnitude. Default 2. */
  readonly power?: number;
}

export const melKind: FeatureKind<MelConfig> = {
  kind: 'mel',
  checks: { power: positive, ...MEL_CHECKS, norm: melNorm },
  weights: ({ nMels = DEFAULT_MELS }, bins) => nMels * bins,
  names: ({ nMels = DEFAULT_MELS }) => numbered('mel', nMels),
  rows: (config, analysis) => analysis.mel(config.power ?? 2, config),
  live: (config, source) => writeBands(liveMel(config, config.power ?? 2, source)),
};
