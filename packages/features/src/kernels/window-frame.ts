import type { Samples } from '../samples.ts';

/** Multiplies the samples from `start` on by the window into `out`. */
export function windowFrame(
  samples: Samples,
  start: number,
  window: Float64Array,
  out: Float64Array,
): void {
  const { length } = window;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    out[i] = samples[start + i] * window[i];
    out[i + 1] = samples[start + i + 1] * window[i + 1];
    out[i + 2] = samples[start + i + 2] * window[i + 2];
    out[i + 3] = samples[start + i + 3] * window[i + 3];
  }
  for (; i < length; i++) out[i] = samples[start + i] * window[i];
}
