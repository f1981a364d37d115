import type { OptionNames } from '@ser/internal';
import { badArgument, checkFinite, checkSamples } from './checks.ts';

/** The options of filters of emphasis. */
export interface Emphasis {
  /** What part of a sample goes into the next, in [0, 1]. Default 0.97, that of HTK. */
  coef?: number;
}

/** The names of the options, and of those that each filter describes itself. */
export const EMPHASIS_OPTIONS: OptionNames<Emphasis & { zi?: number; returnZf?: boolean }> = {
  coef: true,
  zi: true,
  returnZf: true,
};

/**
 * Throws for a coefficient out of range, for a state that is not finite, and for fewer than the two
 * samples from which the state before them is taken.
 */
export function checkEmphasis(
  caller: string,
  samples: unknown,
  { coef, zi, returnZf }: { coef: number; zi?: number; returnZf: boolean },
): void {
  checkSamples(caller, 'samples', samples);
  if (!(typeof coef === 'number' && coef >= 0 && coef <= 1)) {
    throw badArgument(caller, 'coef', 'in [0, 1]', coef);
  }
  if (typeof returnZf !== 'boolean') {
    throw badArgument(caller, 'returnZf', 'true or false', returnZf);
  }
  if (zi !== undefined) checkFinite(caller, 'zi', zi);
  else if (samples.length < 2) {
    throw badArgument(caller, 'zi', 'given for a single sample', zi);
  }
}
