import { once } from '../../util/once.ts';
import { BANDS } from '../analysis-rate.ts';
import { type Tracks, zeroTracks } from '../tracks.ts';
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
  const cosines = COSINES();
  const result = zeroTracks(frames, CEPSTRA);
  const cepstra = new Float64Array(CEPSTRA);
  for (let t = 0; t < frames; t++) {
    cepstra.fill(0);
    for (let band = 0; band < BANDS; band++) {
      const value = values[t * BANDS + band];
      for (let c = 0; c < CEPSTRA; c++) cepstra[c] += value * cosines[band * CEPSTRA + c];
    }
    result.values.set(cepstra, t * CEPSTRA);
  }
  return result;
}
