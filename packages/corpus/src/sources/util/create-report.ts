import type { CorpusError } from '../../corpus-error.ts';
import type { SourceOptions } from '../source-options.ts';

/** What a source does with a problem. */
export type Report = (problem: CorpusError) => void;

/** Hands problems to `onProblem`. Without one it throws the first. */
export function createReport({ onProblem }: Pick<SourceOptions<unknown>, 'onProblem'>): Report {
  return (problem) => {
    if (!onProblem) throw problem;
    onProblem({ file: problem.file ?? '', code: problem.code, message: problem.message });
  };
}
