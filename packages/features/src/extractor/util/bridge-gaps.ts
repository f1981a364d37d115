/**
 * Replaces each NaN by the value on the line between the numbers around it, beyond the last number
 * by that, and by 0 where there is no number.
 */
export function bridgeGaps(values: Float32Array): void {
  let last = -1;
  for (let i = 0; i <= values.length; i++) {
    if (i < values.length && Number.isNaN(values[i])) continue;
    const before = last < 0 ? (values[i] ?? 0) : values[last];
    const after = i < values.length ? values[i] : before;
    for (let k = last + 1; k < i; k++) {
      values[k] = before + ((k - last) / (i - last)) * (after - before);
    }
    last = i;
  }
}
