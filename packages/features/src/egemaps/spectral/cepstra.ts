import { ln } from '../../kernels/log10.ts';
import { once } from '../../util/once.ts';
import { BANDS } from './mel-bands.ts';

/** How many cepstra there are, from the first on. */
export const CEPSTRA = 4;

/** The period of the lifter. */
const LIFTER = 22;

/** Cosines times the lifter, `[4, 26]`. */
const ROWS: () => Float64Array = /* @__PURE__ */ once(() => {
  const rows = new Float64Array(CEPSTRA * BANDS);
  for (let c = 1; c <= CEPSTRA; c++) {
    const lifter = 1 + (LIFTER / 2) * Math.sin((Math.PI * c) / LIFTER);
    for (let b = 0; b < BANDS; b++) {
      const cosine = Math.cos((Math.PI * c * (b + 0.5)) / BANDS);
      rows[(c - 1) * BANDS + b] = Math.sqrt(2 / BANDS) * lifter * cosine;
    }
  }
  return rows;
});

/** Writes MFCC 1 to 4 of a frame's bands: HTK's, with a lifter of 22. Overwrites the bands. */
export function cepstra(bands: Float64Array, out: Float64Array): void {
  const rows = ROWS();
  for (let b = 0; b < BANDS; b++) bands[b] = ln(bands[b]);
  for (let c = 0; c < CEPSTRA; c++) {
    let sum = 0;
    for (let b = 0; b < BANDS; b++) sum += rows[c * BANDS + b] * bands[b];
    out[c] = sum;
  }
}
