/** Results keep so many digits behind the point. */
const DIGITS = 4;

/** A figure as results keep it. */
export function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
