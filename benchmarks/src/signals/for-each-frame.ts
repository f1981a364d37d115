/** Calls `run` with each whole frame. */
export function forEachFrame(
  clip: Float32Array,
  size: number,
  hop: number,
  run: (frame: Float32Array) => void,
): void {
  for (let at = 0; at + size <= clip.length; at += hop) run(clip.subarray(at, at + size));
}
