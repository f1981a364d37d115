/** The weight of each bin of a band in its slope. */
export interface Slope {
  /** The first bin. */
  readonly first: number;
  readonly weights: Float64Array;
}

/**
 * The line through the dB of the bins from `lowest` to `highest` Hz: what each of them weighs in its
 * slope, in dB a Hz.
 *
 * Of the outermost bins only the part inside the band counts. As in openSMILE the number of bins is
 * one too few, so a constant has a slope too: -0.0008 of its dB from 0 to 500 Hz, with bins of
 * 31.25 Hz.
 */
export function slope(lowest: number, highest: number, binHz: number): Slope {
  const first = Math.floor(lowest / binHz);
  const last = Math.floor(highest / binHz);
  const inside = new Float64Array(last - first + 1).fill(1);
  inside[0] = 1 - (lowest / binHz - first);
  const part = highest / binHz - last;
  if (part > 0) inside[inside.length - 1] = part;
  const hz = inside.map((weight, i) => weight * (first + i) * binHz);
  const count = last - first;
  const sum = hz.reduce((a, b) => a + b, 0);
  const squares = hz.reduce((a, b) => a + b * b, 0);
  const scale = count * squares - sum * sum;
  return { first, weights: hz.map((each, i) => (count * each - sum * inside[i]) / scale) };
}

/** The slope of a spectrum in dB. */
export function slopeOf({ first, weights }: Slope, decibels: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * decibels[first + i];
  return sum;
}
