/** The weight of each sample by its index. Without `sampleWeight` it is 1. */
export function weightOf(sampleWeight?: ArrayLike<number>): (i: number) => number {
  return sampleWeight ? (i) => sampleWeight[i] : () => 1;
}
