import type { Problem } from '@ser/corpus';

/** The options of every source of clips. */
export interface SourceOptions {
  /**
   * Called for each file that is left out, and why. Default: none, and the first problem is thrown.
   */
  onProblem?: (problem: Problem) => void;
}
