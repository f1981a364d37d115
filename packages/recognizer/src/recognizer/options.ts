import type { OptionNames } from '@ser/internal';
import type { Audio } from '../audio/audio.ts';
import type { GateOptions } from '../gate/gate-options.ts';

/**
 * How speech is told from everything else: options of the energy gate, a function of your own such
 * as a `NonRealTimeVAD` of `@ricky0123/vad-web` behind it, or false, which takes all for speech.
 */
export type SpeechOption = false | GateOptions | ((audio: Audio) => boolean | Promise<boolean>);

/** What all ways to recognise share. */
export interface ScoreOptions {
  /** How speech is told from everything else. Default `{}`, the energy gate. */
  speech?: SpeechOption | undefined;
  /**
   * Whether the versions that the model was saved with, such as the sound played a little faster
   * and slower, are scored too and averaged. Without them it takes a third of the time and errs a
   * little more often. Default true.
   */
  versions?: boolean | undefined;
  /** Ends the work; what it rejects with is the signal's reason. Default: none. */
  signal?: AbortSignal | undefined;
}

/** The options of `recognize`. */
export interface RecognizeOptions extends ScoreOptions {
  /** How many of the highest scores are returned, at least 1. Default: all. */
  topK?: number | undefined;
}

/** The options of `windows`. */
export interface WindowsOptions extends ScoreOptions {
  /** How long a window is, in seconds, in [0.5, 60]. Default 3. */
  length?: number | undefined;
  /** How far apart windows begin, in seconds, in [0.05, 3600]. Default 1. */
  hop?: number | undefined;
}

/** The options of `calibrate`. */
export interface CalibrateOptions {
  /** How clips with speech are told from others, which are left out. Default `{}`, as above. */
  speech?: SpeechOption | undefined;
  /** Ends the work; what it rejects with is the signal's reason. Default: none. */
  signal?: AbortSignal | undefined;
  /** Called after each clip. Default: none. */
  onProgress?: ((progress: CalibrateProgress) => void) | undefined;
}

/** The options of `embed`. */
export interface EmbedOptions {
  /** Ends the work; what it rejects with is the signal's reason. Default: none. */
  signal?: AbortSignal | undefined;
}

/** How far `calibrate` is. */
export interface CalibrateProgress {
  /** How many clips were looked at. */
  clips: number;
  /** How many of them have speech. */
  speech: number;
}

export const RECOGNIZE_OPTIONS: OptionNames<RecognizeOptions> = {
  speech: true,
  versions: true,
  signal: true,
  topK: true,
};

export const WINDOWS_OPTIONS: OptionNames<WindowsOptions> = {
  speech: true,
  versions: true,
  signal: true,
  length: true,
  hop: true,
};

export const EMBED_OPTIONS: OptionNames<EmbedOptions> = { signal: true };

export const CALIBRATE_OPTIONS: OptionNames<CalibrateOptions> = {
  speech: true,
  signal: true,
  onProgress: true,
};
