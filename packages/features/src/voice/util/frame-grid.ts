import type { Sound } from './sound.ts';

/** The times of an analysis' frames. */
export interface FrameGrid {
  readonly count: number;
  /** Seconds of the first frame's middle. */
  readonly start: number;
  /** Seconds from one frame to the next. */
  readonly step: number;
}

/**
 * As many frames as fit into a sound, in its middle: what is left over is left at both ends.
 *
 * @param frame Seconds of a frame.
 * @returns No frame where the sound is shorter than one.
 */
export function frameGrid(sound: Sound, frame: number, step: number): FrameGrid {
  const { count, middle } = fit(sound, frame, step);
  return { count, start: middle - 0.5 * (count * step) + 0.5 * step, step };
}

/**
 * The same for formants, whose first time is summed in another order: a frame's first sample hangs
 * on the last bit of its time. A sound that is shorter than a frame is one, half a sample late.
 */
export function formantGrid(sound: Sound, frame: number, step: number): FrameGrid {
  const { count, middle } = fit(sound, frame, step);
  if (count === 0) return { count: 1, start: middle + 0.5 * sound.step, step };
  return { count, start: middle - 0.5 * (count - 1) * step, step };
}

/** Whether a sound is shorter than a frame of so many seconds. */
export function isShort({ samples, step }: Sound, frame: number): boolean {
  return samples.length * step < frame;
}

function fit(sound: Sound, frame: number, step: number): { count: number; middle: number } {
  const duration = sound.samples.length * sound.step;
  const count = isShort(sound, frame) ? 0 : Math.floor((duration - frame) / step) + 1;
  return { count, middle: sound.start - 0.5 * sound.step + 0.5 * duration };
}

/** Seconds of the middle of each frame. */
export function frameTimes({ count, start, step }: FrameGrid): Float64Array {
  return Float64Array.from({ length: count }, (_, t) => start + t * step);
}
