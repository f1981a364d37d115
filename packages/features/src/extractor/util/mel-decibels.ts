import { powerToDb } from '../../core/decibels.ts';
import type { MelOptions } from '../../filters/mel.ts';
import type { FieldChecks } from '../../util/check-fields.ts';
import { nonNegative, nullOr } from '../../util/field-checks.ts';
import type { Matrix } from '../../util/matrix.ts';
import type { Analysis } from './analysis.ts';

/** How far below the clip's maximum a spectrum in dB is cut. */
export interface TopDb {
  /** The distance in dB; null for no cut, as live frames need. Default 80. */
  readonly topDb?: number | null;
}

/** The check of the option. */
export const TOP_DB_CHECKS: FieldChecks<TopDb> = { topDb: nullOr(nonNegative) };

/** The mel power spectrogram of a clip in dB, ref 1. */
export function melDecibels(analysis: Analysis, mel: MelOptions, { topDb }: TopDb): Matrix {
  return powerToDb(analysis.mel(2, mel), { topDb });
}
