/** A peak or a valley of a contour. */
export interface TurningPoint {
  readonly peak: boolean;
  readonly at: number;
}

/** A contour turns where it rises and falls by more than this part of its range. */
const PART_OF_RANGE = 0.1;

/** A peak moves to a later maximum that is higher than this times itself. */
const CLEARLY_HIGHER = 1.05;

/** The last two values on each side are not looked at. */
const MARGIN = 2;

/**
 * The peaks and valleys of a contour, in turn. Only strict maxima and minima turn it: a minimum that
 * is lower than the peak before by more than a tenth of the contour's range, and a maximum that is
 * as much higher than the minimum before it, or than the valley.
 *
 * A peak moves to a later maximum that is clearly higher, or higher and as far above the minimum
 * before it. A valley moves to a lower minimum; but what the next peak is compared with moves along
 * only where that minimum is as far below the maximum before it.
 *
 * Found from openSMILE's output, with which it agrees in 575 of 576 contours of 288 clips of RAVDESS.
 */
export function turningPoints(contour: Float32Array): TurningPoint[] {
  const least = PART_OF_RANGE * rangeOf(contour);
  const points: { peak: boolean; at: number }[] = [];
  // The last minimum and maximum, and what the next peak must rise from.
  let minimum = contour[0];
  let maximum = contour[0];
  let floor = contour[0];
  for (let t = MARGIN; t < contour.length - MARGIN; t++) {
    const value = contour[t];
    const last = points.at(-1);
    const from = contour[last?.at ?? 0];
    if (value > contour[t - 1] && value > contour[t + 1]) {
      maximum = value;
      const rises = value - minimum > least;
      if (last?.peak) {
        if ((value > from && rises) || value > CLEARLY_HIGHER * from) last.at = t;
      } else if (rises || value - floor > least) {
        points.push({ peak: true, at: t });
      }
    } else if (value < contour[t - 1] && value < contour[t + 1]) {
      minimum = value;
      if (last && !last.peak) {
        if (value >= from) continue;
        last.at = t;
        if (maximum - value > least) floor = value;
      } else if (from - value > least) {
        points.push({ peak: false, at: t });
        floor = value;
      }
    }
  }
  return points;
}

function rangeOf(values: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]);
    most = Math.max(most, values[i]);
  }
  return most - least;
}
