/** From the first sample of the first loud frame to the last one's end; `[0, 0]` where none is. */
export function loudEnds(
  loud: readonly boolean[],
  hopLength: number,
  length: number,
): [start: number, end: number] {
  const first = loud.indexOf(true);
  if (first < 0) return [0, 0];
  return [first * hopLength, Math.min(length, (loud.lastIndexOf(true) + 1) * hopLength)];
}
