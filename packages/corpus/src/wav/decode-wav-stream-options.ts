import type { OptionNames } from '@ser/internal';
import { WAV_OPTIONS, type WavOptions } from './wav-options.ts';

/** The options of `decodeWavStream`. */
export interface WavStreamOptions extends WavOptions {
  /** Ends the stream by throwing its reason, also while no bytes come. Default: none. */
  signal?: AbortSignal;
}

export const WAV_STREAM_OPTIONS: OptionNames<WavStreamOptions> = { ...WAV_OPTIONS, signal: true };
