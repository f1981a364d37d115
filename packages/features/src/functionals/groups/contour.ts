import { once } from '../../util/once.ts';
import { jointNames } from '../channel-names.ts';
import { cosineRows } from '../descriptors/cosine-rows.ts';
import { DESCRIBED_CEPSTRA } from '../descriptors/descriptors.ts';
import type { Group } from '../group.ts';
import { beside, channelsOf, oneTrack } from '../tracks.ts';

/** The points in time, and the coefficients that describe the way through them. */
const POINTS = 40;
const COEFFICIENTS = 8;

/** The first coefficient of a constant is twice the constant. */
const COSINES: () => Float64Array = /* @__PURE__ */ once(() =>
  cosineRows(COEFFICIENTS, POINTS).map((value) => value / Math.sqrt(POINTS / 2)),
);

/**
 * The shape of each track over the clip: a cosine transform of 40 equally spaced points.
 */
export const contour: Group = {
  names: () =>
    Array.from({ length: COEFFICIENTS }, (_, row) =>
      [...jointNames(), 'voiced'].map((channel) => `${channel}_dct${row + 1}`),
    ).flat(),
  compute(clip) {
    const x = beside(
      channelsOf(clip.cepstra, 0, DESCRIBED_CEPSTRA),
      oneTrack(clip.level),
      oneTrack(clip.line),
      oneTrack(clip.periodicity),
      oneTrack(Float64Array.from(clip.voiced)),
    );
    const { channels } = x;
    const last = clip.frames - 1;
    const cosines = COSINES();
    const result = new Float64Array(COEFFICIENTS * channels);
    for (let point = 0; point < POINTS; point++) {
      const at = point === POINTS - 1 ? last : point * (last / (POINTS - 1));
      const before = Math.floor(at);
      const after = Math.min(before + 1, last);
      const late = at - before;
      for (let c = 0; c < channels; c++) {
        const value =
          x.values[before * channels + c] * (1 - late) + x.values[after * channels + c] * late;
        for (let row = 0; row < COEFFICIENTS; row++) {
          result[row * channels + c] += cosines[row * POINTS + point] * value;
        }
      }
    }
    return result;
  },
};
