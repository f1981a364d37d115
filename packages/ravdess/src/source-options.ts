import type { Problem } from '@ser/corpus';
import type { OptionNames } from '@ser/internal';

/** The options of every source of clips. */
export interface SourceOptions {
  /**
   * Called for each file that is left out, and why. Default: none, and the first problem is thrown.
   */
  onProblem?: (problem: Problem) => void;
}

export const SOURCE_OPTIONS: OptionNames<SourceOptions> = { onProblem: true };
