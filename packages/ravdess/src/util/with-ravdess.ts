import type { SourceOptions as CorpusSourceOptions } from '@ser/corpus';
import { describe } from '../describe.ts';
import type { RavdessClipInfo } from '../ravdess-clip.ts';
import type { SourceOptions } from '../source-options.ts';

/** The options that a source of `@ser/corpus` needs to give clips of RAVDESS. */
export function withRavdess({ onProblem }: SourceOptions): CorpusSourceOptions<RavdessClipInfo> {
  return { describe, onProblem, example: 'Actor_01/03-01-06-01-02-01-01.wav' };
}
