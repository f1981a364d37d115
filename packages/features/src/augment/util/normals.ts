import type { Random } from '../../util/random.ts';

/**
 * Standard normal numbers by the Box-Muller transform, which gives two of two uniform ones.
 *
 * @returns `count` numbers; `random` is called as often, once more where `count` is odd.
 */
export function normals(count: number, random: Random): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    // 1 - u is in (0, 1], whose logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    values[i] = radius * Math.cos(angle);
    // An odd last one falls outside of the array.
    values[i + 1] = radius * Math.sin(angle);
  }
  return values;
}
