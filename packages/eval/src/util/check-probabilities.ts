import { EvaluationError } from '../evaluation-error.ts';
import type { ScoreMatrix } from './match-scores.ts';

/** How far a row's sum may be from 1. A softmax in float32 over a few classes errs by 1e-7. */
const SUM_TOLERANCE = 1e-5;

/** Checks that every score is a probability and that each row sums to 1. */
export function checkProbabilities(caller: string, name: string, yProba: ScoreMatrix): void {
  for (let i = 0; i < yProba.length; i++) {
    let sum = 0;
    for (let k = 0; k < yProba[i].length; k++) {
      const p = yProba[i][k];
      if (!(p >= 0 && p <= 1)) {
        const message = `${caller}: \`${name}\` must be in [0, 1], got ${p} in row ${i}`;
        throw new EvaluationError('bad-argument', message);
      }
      sum += p;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      const message = `${caller}: each row of \`${name}\` must sum to 1, got ${sum} in row ${i}`;
      throw new EvaluationError('bad-argument', message);
    }
  }
}
