import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from './label.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffled.ts';

/** How many of the `count` test samples each class gets: largest remainders, ties at random. */
export function testShares(
  caller: string,
  order: readonly number[],
  count: number,
  stratify: ArrayLike<Label>,
  random: Random,
): Map<Label, number> {
  const members = new Map<Label, number>();
  for (const index of order) members.set(stratify[index], (members.get(stratify[index]) ?? 0) + 1);
  for (const [label, size] of members) {
    if (size < 2) {
      const message = `${caller}: each class must have 2 members or more, got ${size} of ${label}`;
      throw new EvaluationError('too-few', message);
    }
  }
  if (count < members.size) {
    throw new EvaluationError(
      'too-few',
      `${caller}: the test side must have a sample for each of ${members.size} classes, ` +
        `got ${count}`,
    );
  }
  const shares = new Map<Label, number>();
  const remainders: { label: Label; remainder: number }[] = [];
  let dealt = 0;
  for (const [label, size] of members) {
    // In whole numbers, so that equal remainders are equal.
    const share = Math.floor((size * count) / order.length);
    shares.set(label, share);
    remainders.push({ label, remainder: size * count - share * order.length });
    dealt += share;
  }
  const byRemainder = shuffled(remainders, random).sort((a, b) => b.remainder - a.remainder);
  for (const { label } of byRemainder.slice(0, count - dealt)) {
    shares.set(label, (shares.get(label) ?? 0) + 1);
  }
  return shares;
}
