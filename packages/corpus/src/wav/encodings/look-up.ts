/** Converts samples of one byte each by a table of 256 values. */
export function lookUp(codes: Uint8Array, table: Float32Array, samples: Float32Array): void {
  for (let i = 0; i < codes.length; i++) samples[i] = table[codes[i]];
}
