import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from '../util/label.ts';
import { groupSizes, splitByGroup } from '../util/split-by-group.ts';
import type { Fold } from './fold.ts';

/**
 * A fold for each group, in the order of their names, that tests that group alone, such as one
 * speaker.
 *
 * @returns Indices ascend.
 * @throws {EvaluationError} `too-few` when there is one group or none.
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
  return names.map((name) => splitByGroup(groups, (group) => group === name));
}
