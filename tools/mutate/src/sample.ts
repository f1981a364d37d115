import { createHash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

/**
 * Mutants drawn without replacement. A seed draws the same ones on every machine, and nearly the
 * same after a change elsewhere in the package: the draw is by hashes of the mutants' own words.
 *
 * @param texts The text of each mutant's file.
 */
export function sample(
  mutants: readonly Mutant[],
  size: number,
  seed: number,
  texts: ReadonlyMap<string, string>,
): Mutant[] {
  const seen = new Map<string, number>();
  const keyed = mutants.map((mutant) => {
    const original = texts.get(mutant.file)?.slice(mutant.start, mutant.end);
    const words = [seed, mutant.file, mutant.mutator, original, mutant.replacement].join('\0');
    const nth = seen.get(words) ?? 0;
    seen.set(words, nth + 1);
    return { mutant, key: createHash('sha256').update(`${words}\0${nth}`).digest('hex') };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return keyed.slice(0, size).map(({ mutant }) => mutant);
}
