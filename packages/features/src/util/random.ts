/** A generator of uniform numbers in [0, 1), such as a seeded one. */
export type Random = () => number;

/** A standard normal number by the Box-Muller transform, from two uniform ones. */
export function normal(random: Random): number {
  // 1 - u is in (0, 1], whose logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
