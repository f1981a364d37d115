import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger } from '../util/checks.ts';
import { FRAME_OPTIONS, type FrameOptions } from '../util/frame-options.ts';
import { frameRms } from '../util/frame-rms.ts';
import { frameSignal } from '../util/framing.ts';
import { MAX_LENGTH } from '../util/limits.ts';
import type { PadMode } from '../util/pad-source.ts';
import { framesOf, isMatrix, type SignalOrMatrix } from '../util/spectrogram.ts';

/** The options of `rms`. */
export interface RmsOptions extends FrameOptions {
  /** How centring pads the signal; `'constant'` pads with zeros. Default `'constant'`. */
  padMode?: PadMode;
}

/** The names of the options. */
const OPTIONS: OptionNames<RmsOptions> = { ...FRAME_OPTIONS, padMode: true };

/**
 * Root mean square of each frame; librosa's `feature.rms`.
 *
 * @param input Samples, or a magnitude spectrogram `[1 + frameLength / 2, frames]`.
 * @returns A value a frame (librosa's first and only row).
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function rms(input: SignalOrMatrix, options: RmsOptions = {}): Float32Array {
  checkOptions('rms', options, OPTIONS);
  const { frameLength = 2048, hopLength = 512, center = true, padMode = 'constant' } = options;
  checkInteger('rms', 'frameLength', frameLength, 1, MAX_LENGTH);
  checkInteger('rms', 'hopLength', hopLength, 1);
  if (isMatrix(input)) {
    const { magnitudes, frames, bins } = framesOf('rms', input, frameLength);
    if (bins !== Math.floor(frameLength / 2) + 1) {
      const expected = `${2 * bins - 2} or ${2 * bins - 1} for ${bins} bins`;
      throw badArgument('rms', 'frameLength', expected, frameLength);
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
  return frameRms(signal, frameLength);
}
