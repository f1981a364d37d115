import type { OptionNames } from '@ser/internal';
import { checkRate } from '../audio/to-audio.ts';
import { checkSpeech } from '../recognizer/hears-speech.ts';
import type { WindowsOptions } from '../recognizer/options.ts';
import {
  badArgument,
  checkBoolean,
  checkOptions,
  checkSignal,
  checkWithin,
  isUrl,
} from '../util/checks.ts';
import { WINDOW_LIMITS } from '../windows/window-limits.ts';
import type { AudioContextLike, WorkerLike } from './media-stream.ts';

/** The options of `listen`. */
export interface ListenOptions extends WindowsOptions {
  /** How long a window is, in seconds, in [0.5, 60]. Default 3. */
  length?: number | undefined;
  /** How far apart windows begin, in seconds, in [0.05, 3600]. Default 0.5. */
  hop?: number | undefined;
  /**
   * How much of the scores before it a window's scores keep, in [0, 1): each score is the weighted
   * geometric mean of the one before and the window's own. A pause in speech ends the memory; 0 is
   * none. Default 0.25. Windows that share five sixths of their sound are smooth already: a quarter
   * takes out half of the single windows of another mind, and a half is late to follow where
   * emotions change every two seconds (clips of RAVDESS' actors 1 to 20, joined without pauses).
   */
  smoothing?: number | undefined;
  /** Whether the versions that the model was saved with are scored too. Default false. */
  versions?: boolean | undefined;
  /** Ends the listening, with the reason 'aborted'. Default: none. */
  signal?: AbortSignal | undefined;
  /**
   * Whether a window that was not scored yet is given up for a newer one. Default: true for a
   * MediaStream, which does not wait; false for an iterable, which is asked for its next chunk when
   * the windows of the last one were taken.
   */
  skip?: boolean | undefined;
  /** The rate of chunks that are bare samples, in Hz. Default: each chunk brings its own. */
  sampleRate?: number | undefined;
  /**
   * The worker: its address, a function that makes it, or false, which works in the calling thread.
   * Default: the package's, which Vite and webpack find by themselves. For other bundlers, bundle
   * `@ser/recognizer/worker` and give its address.
   */
  worker?: URL | string | (() => WorkerLike) | false | undefined;
  /**
   * The address of `@ser/recognizer/worklet`, a file that imports nothing. Default: the package's,
   * which Vite and webpack find by themselves.
   */
  worklet?: URL | string | undefined;
  /** An AudioContext of your own, which stays open. Default: one of its own, closed at the end. */
  context?: AudioContextLike | undefined;
  /** How long a stream may go without its first sample, in seconds. Default 5. */
  stallTimeout?: number | undefined;
  /** How long the context may be suspended or interrupted, in seconds. Default 5. */
  resumeTimeout?: number | undefined;
}

const LISTEN_OPTIONS: OptionNames<ListenOptions> = {
  length: true,
  hop: true,
  smoothing: true,
  speech: true,
  versions: true,
  signal: true,
  skip: true,
  sampleRate: true,
  worker: true,
  worklet: true,
  context: true,
  stallTimeout: true,
  resumeTimeout: true,
};

/** The longest timeout, in seconds: a day. */
const LONGEST_TIMEOUT = 86_400;

/** The options with their defaults. */
export type CheckedListenOptions = ListenOptions &
  Required<
    Pick<
      ListenOptions,
      | 'length'
      | 'hop'
      | 'smoothing'
      | 'speech'
      | 'versions'
      | 'skip'
      | 'stallTimeout'
      | 'resumeTimeout'
    >
  >;

/**
 * Checks the options of `listen`.
 *
 * @param live Whether the stream is a MediaStream.
 */
export function checkListenOptions(options: ListenOptions, live: boolean): CheckedListenOptions {
  checkOptions('listen', options, LISTEN_OPTIONS);
  const {
    length = 3,
    hop = 0.5,
    smoothing = 0.25,
    speech = {},
    versions = false,
    skip = live,
    stallTimeout = 5,
    resumeTimeout = 5,
    signal,
    sampleRate,
    worker,
    worklet,
    context,
  } = options;
  checkWithin('listen', 'length', length, ...WINDOW_LIMITS.length);
  checkWithin('listen', 'hop', hop, ...WINDOW_LIMITS.hop);
  if (!(typeof smoothing === 'number' && smoothing >= 0 && smoothing < 1)) {
    throw badArgument('listen', 'smoothing', 'in [0, 1)', smoothing);
  }
  checkSpeech('listen', speech);
  checkBoolean('listen', 'versions', versions);
  checkBoolean('listen', 'skip', skip);
  checkWithin('listen', 'stallTimeout', stallTimeout, 0.001, LONGEST_TIMEOUT);
  checkWithin('listen', 'resumeTimeout', resumeTimeout, 0.001, LONGEST_TIMEOUT);
  checkSignal('listen', signal);
  if (sampleRate !== undefined) checkRate('listen', 'sampleRate', sampleRate);
  if (worker !== undefined && worker !== false && typeof worker !== 'function') {
    checkAddress('worker', 'an address, a function that makes a Worker, or false', worker);
  }
  if (worklet !== undefined) checkAddress('worklet', 'an address', worklet);
  if (context !== undefined && typeof Object(context).resume !== 'function') {
    throw badArgument('listen', 'context', 'an AudioContext', context);
  }
  return {
    ...options,
    length,
    hop,
    smoothing,
    speech,
    versions,
    skip,
    stallTimeout,
    resumeTimeout,
  };
}

function checkAddress(name: string, expected: string, value: unknown): void {
  if (typeof value === 'string' || isUrl(value)) return;
  throw badArgument('listen', name, expected, value);
}
