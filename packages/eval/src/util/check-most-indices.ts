import { EvaluationError } from '../evaluation-error.ts';

/** Indices that the folds of one call may hold, all together: some 800 MB. */
const MOST_INDICES = 1e8;

/**
 * Throws an EvaluationError `bad-argument` when folds would take all memory. Each fold holds the
 * index of every sample, so that a column of numbers in place of groups makes n² of them.
 */
export function checkMostIndices(caller: string, folds: number, samples: number): void {
  if (folds * samples <= MOST_INDICES) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: folds × samples must be at most ${MOST_INDICES}, got ${folds} × ${samples}`,
  );
}
