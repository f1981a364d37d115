/** How many mutants the tests noticed, with Wilson's interval of 95 % where they were a sample. */
export function score(
  noticed: number,
  tried: number,
): { share: number; low: number; high: number } {
  if (tried === 0) return { share: NaN, low: 0, high: 1 };
  const z = 1.96;
  const share = noticed / tried;
  const scale = 1 + z ** 2 / tried;
  const middle = (share + z ** 2 / (2 * tried)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / tried + z ** 2 / (4 * tried ** 2))) / scale;
  return { share, low: middle - half, high: middle + half };
}
