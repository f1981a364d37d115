/**
 * `base ** exponent` for a whole exponent of at least 0, by multiplication alone: engines differ in
 * the last bit of `**`.
 */
export function integerPower(base: number, exponent: number): number {
  let power = 1;
  for (let rest = exponent, factor = base; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= factor;
    factor *= factor;
  }
  return power;
}
