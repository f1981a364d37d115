import { matrixProduct } from '../kernels/matrix-product.ts';
import type { Tracks } from './tracks.ts';

/** The mean product of each channel of `x` with each of `y`, `[channels of x, channels of y]`. */
export function crossMoments(x: Tracks, y: Tracks): Float64Array {
  const { frames, channels } = x;
  const moments = matrixProduct(byChannel(x), y.values, channels, frames, y.channels);
  for (let at = 0; at < moments.length; at++) moments[at] /= frames;
  return moments;
}

/** Tracks with the channels first. */
function byChannel({ values, frames, channels }: Tracks): Float64Array {
  const result = new Float64Array(values.length);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++) result[c * frames + t] = values[at++];
  }
  return result;
}
