import { jointNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { jointMoments } from '../joint-moments.ts';
import { framesWhereOrAll } from '../masks.ts';
import { divided } from '../tracks.ts';

/** How large each channel of the joint tracks usually is. */
export const CHANNEL_SCALES: readonly number[] = [
  ...[180, 50, 30, 20, 20, 16, 14, 12, 12, 12, 10, 10, 10, 10, 10, 10],
  ...[20, 15, 6],
];

/**
 * The value of each descriptor with the slope of each other: x[t] with x[t + lag] - x[t - lag], in
 * loud frames. Covariances are over √(s · t) of both deviations plus `softening`.
 *
 * @param scales What channels are divided by first.
 */
export const slopeCovariance = (
  lag: number,
  softening: number,
  scales: readonly number[] | null,
): Group => ({
  names: () => jointNames().flatMap((a) => jointNames().map((b) => `${a}_${b}Slope`)),
  compute({ joint, moments, frames, loud }) {
    const x = scales === null ? moments() : jointMoments(divided(joint, scales));
    const inner = framesWhereOrAll(lag, frames - lag, (t) => loud[t] === 1);
    const { deviations, otherDeviations, products } = x.across(inner, [
      [lag, 1],
      [-lag, -1],
    ]);
    const { channels } = joint;
    for (let i = 0, at = 0; i < channels; i++) {
      for (let j = 0; j < channels; j++) {
        products[at++] /= Math.sqrt((deviations[i] + softening) * (otherDeviations[j] + softening));
      }
    }
    return products;
  },
});
