import { deviations, means } from '../moments.ts';
import { ranked } from '../order.ts';
import type { Tracks } from '../tracks.ts';

/** The statistics of {@link distribution}. */
export const DISTRIBUTION: readonly string[] = ['mean', 'std', 'q5', 'q50', 'q95', 'iqr'];

/** Mean, deviation, 5th, 50th and 95th percentile, and the range of quartiles, of each channel. */
export function distribution(x: Tracks): Float64Array[] {
  const centres = means(x);
  const [q5, q25, q50, q75, q95] = ranked(x, [0.05, 0.25, 0.5, 0.75, 0.95]);
  const range = q75.map((value, c) => value - q25[c]);
  return [centres, deviations(x, centres), q5, q50, q95, range];
}
