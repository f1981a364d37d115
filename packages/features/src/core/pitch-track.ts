import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkInteger } from '../util/checks.ts';
import { FRAME_OPTIONS, type FrameOptions } from '../util/frame-options.ts';
import { frameSignal } from '../util/framing.ts';
import { MAX_LENGTH } from '../util/limits.ts';
import type { PadMode } from '../util/pad-source.ts';
import { PITCH_RANGE_OPTIONS, type PitchRange, pitchDetector } from '../util/pitch-detector.ts';

/** The options of `yin`; `hopLength` defaults to `floor(frameLength / 4)`. */
export interface YinOptions extends FrameOptions, PitchRange {
  /** Samples per second. */
  sampleRate: number;
  /** How centring pads the signal; `'constant'` pads with zeros. Default `'constant'`. */
  padMode?: PadMode;
}

/** The names of the options. */
const YIN_OPTIONS: OptionNames<YinOptions> = {
  ...FRAME_OPTIONS,
  ...PITCH_RANGE_OPTIONS,
  sampleRate: true,
  padMode: true,
};

/** The pitch of each frame, and the strength of voicing. */
export interface PitchTrack {
  /** Hz. */
  readonly f0: Float32Array;
  /**
   * 1 less YIN's normalised difference: 1 where the frame repeats exactly, 0 where nothing repeats.
   */
  readonly voicing: Float32Array;
}

/**
 * {@link yin} with the strength of voicing, from the same computation.
 *
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function pitchTrack(samples: Samples, options: YinOptions): PitchTrack {
  return trackPitch('pitchTrack', samples, options);
}

/** `pitchTrack` for other functions: its errors name the caller. */
export function trackPitch(caller: string, samples: Samples, options: YinOptions): PitchTrack {
  checkOptions(caller, options, YIN_OPTIONS);
  const { frameLength = 2048, center = true, padMode = 'constant' } = options;
  checkInteger(caller, 'frameLength', frameLength, 4, MAX_LENGTH);
  const { hopLength = Math.floor(frameLength / 4) } = options;
  checkInteger(caller, 'hopLength', hopLength, 1);
  const detect = pitchDetector(caller, frameLength, options);
  const signal = frameSignal(caller, samples, frameLength, { hopLength, center, padMode });
  const f0 = new Float32Array(signal.count);
  const voicing = new Float32Array(signal.count);
  const pitch = new Float64Array(2);
  for (let t = 0; t < signal.count; t++) {
    signal.seekFrame(t);
    detect(signal.values, signal.start, pitch);
    f0[t] = pitch[0];
    voicing[t] = pitch[1];
  }
  return { f0, voicing };
}
