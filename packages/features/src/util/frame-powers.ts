import type { Samples } from '../samples.ts';

/** Seconds of a frame. */
const FRAME_SECONDS = 0.025;

/** Seconds from one frame to the next. */
const HOP_SECONDS = 0.01;

/** The mean squares of short frames of a signal. */
export interface FramePowers {
  /** The mean square of each frame. */
  readonly powers: Float64Array;
  /** Samples a frame. */
  readonly frameLength: number;
  /** Samples from the middle of one frame to that of the next; the first is at sample 0. */
  readonly hopLength: number;
}

/**
 * The mean squares of the 25 ms frames every 10 ms, both rounded to whole samples. Frames are
 * centred, and what they hold beyond the signal's ends is zeros: `1 + floor(length / hopLength)`.
 *
 * @param samples Finite, and at least one.
 */
export function framePowers(samples: Samples, sampleRate: number): FramePowers {
  // A frame of one sample would have nothing before its middle.
  const frameLength = Math.max(2, Math.round(FRAME_SECONDS * sampleRate));
  const hopLength = Math.max(1, Math.round(HOP_SECONDS * sampleRate));
  const half = Math.floor(frameLength / 2);
  const powers = new Float64Array(1 + Math.floor(samples.length / hopLength));
  for (let t = 0; t < powers.length; t++) {
    const start = t * hopLength - half;
    const end = Math.min(samples.length, start + frameLength);
    let sum = 0;
    for (let i = Math.max(0, start); i < end; i++) sum += samples[i] * samples[i];
    powers[t] = sum / frameLength;
  }
  return { powers, frameLength, hopLength };
}
