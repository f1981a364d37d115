import type { WindowScores } from '../windows/window-scores.ts';

/** Why a listening ended. */
export type ListenReason =
  /** Its signal was aborted. */
  | 'aborted'
  /** The loop over it was left. */
  | 'returned'
  /** The iterable ended, or the track was stopped or ended, or your own context was closed. */
  | 'ended'
  /** The microphone is gone: it was unplugged, or the permission was taken back. */
  | 'device-lost'
  /** The context was suspended or interrupted, and not resumed within `resumeTimeout`. */
  | 'suspended';

/** What was recognised in a window of a stream. */
export interface ListenedWindow extends WindowScores {
  /** From when the window's end was captured to when its scores were ready, in seconds. */
  latency: number;
  /** How many windows were given up right before this one. */
  skipped: number;
}

/** Results of a stream, one a window. It can be looped over once. */
export interface Listening extends AsyncIterable<ListenedWindow> {
  /** Why it ended; undefined as long as it goes on, and after an error. */
  readonly reason: ListenReason | undefined;
  /** Where windows are scored; undefined as long as that is not settled. */
  readonly thread: 'worker' | 'caller' | undefined;
  /** The next window, once it is there. The first call begins the listening. */
  next(): Promise<IteratorResult<ListenedWindow, undefined>>;
  /** Ends it, as leaving a loop over it does. */
  return(): Promise<IteratorResult<ListenedWindow, undefined>>;
  [Symbol.asyncIterator](): Listening;
}
