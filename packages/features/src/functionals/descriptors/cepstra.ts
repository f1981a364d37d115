import { matrixProduct } from '../../kernels/matrix-product.ts';
import { once } from '../../util/once.ts';
import { BANDS } from '../analysis-rate.ts';
import { frameRange, type Tracks, zeroTracks } from '../tracks.ts';
import { cosineRows } from './cosine-rows.ts';

/** How many cepstra a frame has. */
export const CEPSTRA = 24;

/** The transform with the bands first, `[64, 24]`, so that a frame's cepstra are summed together. */
const COSINES: () => Float64Array = /* @__PURE__ */ once(() => {
  const rows = cosineRows(CEPSTRA, BANDS);
  return rows.map((_, i) => rows[(i % CEPSTRA) * BANDS + Math.floor(i / CEPSTRA)]);
});

/** How many frames are multiplied at a time, so that a long clip does not need its memory twice. */
const BLOCK = 512;

/** The cepstra of mel bands in dB, `[frames, 24]`. */
export function cepstraOf(bands: Tracks): Tracks {
  const { frames } = bands;
  const result = zeroTracks(frames, CEPSTRA);
  for (let first = 0; first < frames; first += BLOCK) {
    const { values, frames: count } = frameRange(bands, first, Math.min(frames, first + BLOCK));
    const cepstra = matrixProduct(values, COSINES(), count, BANDS, CEPSTRA);
    result.values.set(cepstra, first * CEPSTRA);
  }
  return result;
}
