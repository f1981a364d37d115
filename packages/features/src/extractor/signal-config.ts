import type { NamedWindow } from '../filters/get-window.ts';
import type { PadMode } from '../util/pad-source.ts';

/** How a clip is cut, resampled, levelled, trimmed and laid out in frames. */
export interface SignalConfig {
  /** The rate in Hz that every clip is resampled to. */
  readonly sampleRate: number;
  /** Seconds to leave out at the start. Default 0. */
  readonly offset?: number;
  /** Seconds to use after that, at most; null for all. Default null. */
  readonly duration?: number | null;
  /**
   * The level in dB of full scale 1 that every clip is scaled to, once it is resampled, so that one
   * from another microphone gives the same values: the mean square of its loud frames, which are
   * the 25 ms frames every 10 ms within 30 dB of the loudest. Null leaves it. Default null.
   */
  readonly level?: number | null;
  /**
   * How far below the loudest 25 ms frame silence begins, in dB. What comes before the first louder
   * frame and after the last one is left out, once the clip has its level. Null leaves it.
   * Default null.
   */
  readonly trim?: number | null;
  /** Samples a transform and a frame. Default 2048. */
  readonly nFft?: number;
  /** Samples from one frame to the next. Default 512. */
  readonly hopLength?: number;
  /** Samples that the window covers. Default `nFft`. */
  readonly winLength?: number;
  /** The window of a frame before its transform. Default `'hann'`. */
  readonly window?: NamedWindow;
  /** Whether frame t is centred on sample `t * hopLength`. Default true. */
  readonly center?: boolean;
  /** How centring pads the signal for spectra and RMS. Default `'constant'`. */
  readonly padMode?: PadMode;
}
