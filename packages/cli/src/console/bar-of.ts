/** Characters of a share of 1. */
const WIDTH = 24;

/** A share between 0 and 1 as a bar of text. */
export function barOf(share: number): string {
  return '█'.repeat(Math.round(WIDTH * share));
}
