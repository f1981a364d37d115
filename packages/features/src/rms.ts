import { checkInteger, invalid, MAX_LENGTH } from './check.ts';
import type { Frames } from './frames.ts';
import type { PadMode } from './pad.ts';
import type { Samples } from './samples.ts';
import { framesOf, isMatrix, type SignalOrMatrix } from './spectrogram.ts';
import { frameSignal } from './stft-options.ts';

/** Frames without a window. */
export interface FrameOptions {
  /** Samples a frame. Default 2048. */
  frameLength?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /** Whether frame t is centred on sample `t * hopLength`. Default true. */
  center?: boolean;
}

/** Options of {@link rms}. */
export interface RmsOptions extends FrameOptions {
  /** What centring puts outside of the signal. Default `'constant'`: zeros. */
  padMode?: PadMode;
}

/**
 * Root mean square of each frame; librosa's `feature.rms`.
 *
 * @param input samples, or a magnitude spectrogram `[1 + frameLength / 2, frames]`
 * @returns a value a frame (librosa's first and only row)
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function rms(input: SignalOrMatrix, options: RmsOptions = {}): Float32Array {
  const { frameLength = 2048, hopLength = 512, center = true, padMode = 'constant' } = options;
  checkInteger('rms', 'frameLength', frameLength, 1, MAX_LENGTH);
  checkInteger('rms', 'hopLength', hopLength, 1);
  if (isMatrix(input)) {
    const { magnitudes, frames, bins } = framesOf('rms', input);
    if (bins !== Math.floor(frameLength / 2) + 1) {
      const expected = `${2 * bins - 2} or ${2 * bins - 1} for ${bins} bins`;
      throw invalid('rms', 'frameLength', expected, frameLength);
    }
    const even = frameLength % 2 === 0;
    return Float32Array.from({ length: frames }, (_, t) => {
      let sum = 0;
      for (let f = 0; f < bins; f++) {
        const once = f === 0 || (even && f === bins - 1);
        sum += magnitudes[t * bins + f] ** 2 * (once ? 1 : 2);
      }
      return Math.sqrt(sum) / frameLength;
    });
  }
  const signal = frameSignal('rms', input, frameLength, { hopLength, center, padMode });
  return rmsOf(signal, frameLength);
}

/** Root mean squares of a signal in frames. */
export function rmsOf(signal: Frames, frameLength: number): Float32Array {
  const { count: frames, hopLength } = signal;
  const part = partLength(frameLength, hopLength);
  const parts = frameLength / part;
  const stride = parts > 1 ? part : hopLength;
  const sums = new Float64Array(frames + parts - 1);
  for (let i = 0; i < sums.length; i++) {
    signal.seek(i * stride, part);
    sumSquares(signal.values, signal.start, part, sums, i);
  }
  const values = new Float32Array(frames);
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    for (let i = t; i < t + parts; i++) sum += sums[i];
    values[t] = Math.sqrt(sum / frameLength);
  }
  return values;
}

/** Frames that overlap by whole hops share their parts: samples that are summed first. */
export function partLength(frameLength: number, hopLength: number): number {
  return frameLength % hopLength === 0 ? hopLength : frameLength;
}

/**
 * Writes the sum of the squares of `count` values to `sums[at]`.
 *
 * Four sums side by side, because an addition waits for the one before it in the same sum. To an
 * array, since V8 puts a number that a function returns on the heap, and live frames are to leave
 * nothing there.
 */
export function sumSquares(
  values: Samples,
  start: number,
  count: number,
  sums: Float64Array,
  at: number,
): void {
  const end = start + count;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = start;
  for (; i + 3 < end; i += 4) {
    s0 += values[i] * values[i];
    s1 += values[i + 1] * values[i + 1];
    s2 += values[i + 2] * values[i + 2];
    s3 += values[i + 3] * values[i + 3];
  }
  for (; i < end; i++) s0 += values[i] * values[i];
  sums[at] = s0 + s1 + (s2 + s3);
}
