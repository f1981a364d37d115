/** What counts as silence however quiet the rest is, in dB below full scale: 16-bit dither. */
const SILENCE_DB = -110;
/** How far to both sides the floor is looked for, in frames: 1.5 s. */
const REACH = 75;

/**
 * The level of the background around each frame, in dB: the least of 3 s around it, and never below
 * that of a silent 16-bit recording.
 *
 * @param level Of each frame, smoothed.
 */
export function noiseFloor(level: Float64Array): Float64Array {
  const count = level.length;
  const floor = new Float64Array(count);
  // Frames whose levels rise: the first is the least of those in reach (Lemire 2006).
  const rising = new Int32Array(count);
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let f = 0; f < count; f++) {
    for (; next < Math.min(count, f + REACH + 1); next++) {
      while (tail > head && level[rising[tail - 1]] >= level[next]) tail--;
      rising[tail++] = next;
    }
    while (rising[head] < f - REACH) head++;
    floor[f] = Math.max(level[rising[head]], SILENCE_DB);
  }
  return floor;
}
