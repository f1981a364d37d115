/** Results keep so many digits behind the point: the card rounds them once more, to three. */
const DIGITS = 6;

/** A figure as results keep it. */
export function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
