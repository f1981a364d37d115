/** Whether arrays hold a value for each one of the weights. */
export function areWeightsOf(
  weights: readonly { size: number }[],
  arrays: readonly ArrayLike<number>[],
): boolean {
  return (
    arrays.length === weights.length && weights.every(({ size }, i) => arrays[i].length === size)
  );
}
