import type { OptionNames } from '@ser/internal';
/** The options of frames without a window. */
export interface FrameOptions {
  /** Samples of a frame. Default 2048. */
  frameLength?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /** Whether frame t is centred on sample `t * hopLength`. Default true. */
  center?: boolean;
}

/** The names of the options. */
export const FRAME_OPTIONS: OptionNames<FrameOptions> = {
  frameLength: true,
  hopLength: true,
  center: true,
};
