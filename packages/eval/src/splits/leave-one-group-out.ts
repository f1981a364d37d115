import { EvaluationError } from '../evaluation-error.ts';
import { checkMostIndices } from '../util/check-most-indices.ts';
import type { Label } from '../util/label.ts';
import { groupSizes, splitByGroup } from '../util/split-by-group.ts';
import type { Fold } from './fold.ts';

/**
 * A fold for each group, in the order of their names, that tests that group alone, such as one
 * speaker.
 *
 * @returns Indices ascend.
 * @throws {EvaluationError} `too-few` when there is one group or none; `bad-argument` when there are so
 *   many that the folds would hold more than 1e8 indices.
 * @see scikit-learn's `LeaveOneGroupOut`
 */
export function leaveOneGroupOut(groups: ArrayLike<Label>): Fold[] {
  const names = [...groupSizes('leaveOneGroupOut', groups).keys()];
  if (names.length < 2) {
    throw new EvaluationError(
      'too-few',
      `leaveOneGroupOut: there must be two groups or more, got ${names.length}`,
    );
  }
  checkMostIndices('leaveOneGroupOut', names.length, groups.length);
  return names.map((name) => splitByGroup(groups, (group) => group === name));
}
