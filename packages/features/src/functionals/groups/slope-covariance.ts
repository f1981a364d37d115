import { jointNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { framesWhereOrAll } from '../masks.ts';
import { centred, deviations, means } from '../moments.ts';
import { crossMoments } from '../second-moments.ts';
import { divided, framesOf, weightedFrames } from '../tracks.ts';

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
  compute({ joint, frames, loud }) {
    const x = scales === null ? joint : divided(joint, scales);
    const inner = framesWhereOrAll(lag, frames - lag, (t) => loud[t] === 1);
    const values = framesOf(x, inner);
    const slopes = weightedFrames(x, inner, [
      [lag, 1],
      [-lag, -1],
    ]);
    const centres = means(values);
    const spread = deviations(values, centres);
    const slopeSpread = deviations(slopes, means(slopes));
    const { channels } = x;
    return crossMoments(centred(values, centres), slopes).map((moment, at) => {
      const i = Math.floor(at / channels);
      const j = at % channels;
      return moment / Math.sqrt((spread[i] + softening) * (slopeSpread[j] + softening));
    });
  },
});
