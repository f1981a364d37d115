/** What of a sound around a time repeats itself. */
export interface Correlator {
  /** Seconds of a frame. */
  readonly frame: number;
  /** The number of lags on each side of 0. */
  readonly reach: number;
  /** Lags up to this one, excluded, may be periods. */
  readonly maxLag: number;
  /** The correlation of the current frame for lags from `-reach` to `reach`. */
  readonly r: Float64Array;
  /**
   * Computes `r` around a time in seconds, unless the greatest magnitude there is at most `least`.
   *
   * @returns The greatest magnitude around that time.
   */
  correlate(time: number, least: number): number;
}
