/** Copies `count` numbers from `from` on to `out`, from `at` on. */
export function writeSingles(
  values: Float64Array,
  from: number,
  count: number,
  out: Float32Array,
  at: number,
): void {
  for (let i = 0; i < count; i++) out[at + i] = values[from + i];
}
