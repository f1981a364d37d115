import { matrixProduct } from '../../kernels/matrix-product.ts';
import { once } from '../../util/once.ts';
import { BANDS } from '../analysis-rate.ts';
import type { Tracks } from '../tracks.ts';
import { cosineRows } from './cosine-rows.ts';

/** How many cepstra a frame has. */
export const CEPSTRA = 24;

/** The transform with the bands first, `[64, 24]`, so that a frame's cepstra are summed together. */
const COSINES: () => Float64Array = /* @__PURE__ */ once(() => {
  const rows = cosineRows(CEPSTRA, BANDS);
  return rows.map((_, i) => rows[(i % CEPSTRA) * BANDS + Math.floor(i / CEPSTRA)]);
});

/** The cepstra of mel bands in dB, `[frames, 24]`. */
export function cepstraOf({ values, frames }: Tracks): Tracks {
  const cepstra = matrixProduct(values, COSINES(), frames, BANDS, CEPSTRA);
  return { values: cepstra, frames, channels: CEPSTRA };
}
