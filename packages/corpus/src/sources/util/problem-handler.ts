import type { CorpusError } from '../../corpus-error.ts';
import type { SourceOptions } from '../source-options.ts';

/** What a source does with a problem. */
export type ProblemHandler = (problem: CorpusError) => void;

/** Hands problems to `onProblem`. Without one it throws the first. */
export function createProblemHandler({
  onProblem,
}: Pick<SourceOptions<unknown>, 'onProblem'>): ProblemHandler {
  return (problem) => {
    if (!onProblem) throw problem;
    onProblem({ file: problem.file ?? '', code: problem.code, message: problem.message });
  };
}
