/** The spectrum up to here, in Hz, has a flux. */
const TOP = 5000;

/** How many bins have a flux: those below 5 kHz. */
export const fluxBins = (binHz: number, bins: number): number =>
  Math.min(Math.ceil(TOP / binHz), bins);

/** The root mean square of what magnitudes have changed by. */
export function flux(before: Float32Array, after: Float32Array, bins: number): number {
  let sum = 0;
  for (let k = 0; k < bins; k++) sum += (after[k] - before[k]) ** 2;
  return Math.sqrt(sum / bins);
}
