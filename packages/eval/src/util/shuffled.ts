import type { Random } from './random.ts';

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(values: Iterable<T>, random: Random): T[] {
  const copy = [...values];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random(i);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
