import type { Classifier } from '../../classifier/classifier.ts';
import { ModelError } from '../../model-error.ts';
import { checkList } from '../../util/check-list.ts';
import { checkPositive } from '../../util/check-numbers.ts';
import type { EnsembleParts } from '../ensemble-parts.ts';

/**
 * Checks the parts of an ensemble.
 *
 * @returns A weight for each member; they add up to 1.
 * @throws {ModelError} `bad-argument`.
 */
export function checkMembers(
  caller: string,
  { members, weights, mean }: Required<Pick<EnsembleParts, 'members' | 'mean'>> & EnsembleParts,
): number[] {
  const fail = (what: string) => new ModelError('bad-argument', `${caller}: ${what}`);
  checkList(caller, 'members', members);
  if (members.length === 0) throw fail('`members` must hold at least one classifier, got none');
  const [{ labels } = {} as Classifier] = members;
  members.forEach((member, i) => {
    if (typeof member?.predict !== 'function' || !Array.isArray(member.labels)) {
      throw fail(`\`members[${i}]\` must be a Classifier, got ${typeof member}`);
    }
    if (JSON.stringify(member.labels) !== JSON.stringify(labels)) {
      throw fail(
        `\`members[${i}]\` must have the labels of the first, ${labels.join(', ')}, ` +
          `got ${member.labels.join(', ')}`,
      );
    }
  });
  if (mean !== 'geometric' && mean !== 'arithmetic') {
    throw fail(`\`mean\` must be 'geometric' or 'arithmetic', got ${mean}`);
  }
  if (weights === undefined) return members.map(() => 1 / members.length);
  checkList(caller, 'weights', weights);
  if (weights.length !== members.length) {
    throw fail(
      `\`weights\` must hold one for each of ${members.length} members, got ${weights.length}`,
    );
  }
  weights.forEach((weight, i) => {
    checkPositive(caller, `weights[${i}]`, weight);
  });
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}
