/** The first sample of each stretch of loud frames, and the one after its last. */
export function loudStretches(
  loud: readonly boolean[],
  hopLength: number,
  length: number,
): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  for (let t = 0; t < loud.length; t++) {
    if (!loud[t]) continue;
    const start = t;
    while (loud[t + 1]) t++;
    stretches.push([Math.min(length, start * hopLength), Math.min(length, (t + 1) * hopLength)]);
  }
  return stretches;
}
