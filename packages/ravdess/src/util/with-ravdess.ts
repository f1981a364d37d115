import type { SourceOptions as CorpusSourceOptions } from '@ser/corpus';
import { describe } from '../describe.ts';
import type { RavdessClipInfo } from '../ravdess-clip.ts';
import { SOURCE_OPTIONS, type SourceOptions } from '../source-options.ts';
import { checkOptions } from './check-options.ts';

/** The options that a source of `@ser/corpus` needs to give clips of RAVDESS. */
export function withRavdess(
  caller: string,
  options: SourceOptions,
): CorpusSourceOptions<RavdessClipInfo> {
  checkOptions(caller, options, SOURCE_OPTIONS);
  const { onProblem } = options;
  return { describe, onProblem, example: 'Actor_01/03-01-06-01-02-01-01.wav' };
}
