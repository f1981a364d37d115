import type { MelOptions } from '../../filters/mel.ts';
import type { Check, FieldChecks } from '../../util/check-fields.ts';
import { boolean, integer, nonNegative, positive } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import { checkNorm } from '../../util/vector-norm.ts';

/** `'slaney'`, a vector norm, or null. */
export const melNorm: Check = (caller, path, value) => {
  if (value !== 'slaney') checkNorm(caller, path, value);
};

/** A check for each option of mel filters but their norm. */
export const MEL_CHECKS: FieldChecks<Omit<MelOptions, 'norm'>> = {
  nMels: integer(1, MAX_FEATURE_ROWS),
  fMin: nonNegative,
  fMax: positive,
  htk: boolean,
};

/** librosa's default number of mel bands. */
export const DEFAULT_MELS = 128;
