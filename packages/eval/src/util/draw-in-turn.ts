import type { Random } from './random.ts';
import { shuffled } from './shuffled.ts';

/**
 * Speakers in random order, one from each group in turn. A group that has none left is passed over.
 * Speakers of no group are left out.
 *
 * Published results depend on which numbers are drawn from `random`, and in which order.
 */
export function drawInTurn(
  speakers: readonly string[],
  groups: readonly (readonly string[])[],
  random: Random,
): string[] {
  const members = groups.map((group) =>
    shuffled(speakers, random).filter((speaker) => group.includes(speaker)),
  );
  const order = shuffled(members, random);
  const rounds = Math.max(0, ...order.map(({ length }) => length));
  const drawn = Array.from({ length: rounds }, (_, round) =>
    order.flatMap((group) => group[round] ?? []),
  );
  // A speaker of two groups is drawn once.
  return [...new Set(drawn.flat())];
}
