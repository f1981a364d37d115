import type { Clip, SourceOptions as CorpusOptions, Problem } from '@ser/corpus';
import { describe, type RavdessClipInfo } from './describe.ts';

/** One recording of RAVDESS, wherever it lies. */
export type RavdessClip = Clip<RavdessClipInfo>;

/** The option of every source of clips. */
export interface SourceOptions {
  /**
   * Called for each file that is left out, and why. Default: none, and the first problem is thrown.
   */
  onProblem?: (problem: Problem) => void;
}

/** The same for the sources of `@ser/corpus`. */
export function withRavdess({ onProblem }: SourceOptions): CorpusOptions<RavdessClipInfo> {
  return { describe, onProblem, example: 'Actor_01/03-01-06-01-02-01-01.wav' };
}
