import type { OptionNames } from '@ser/internal';
import type { Problem } from '../problem.ts';

/** The options of `inspectWav`. */
export interface InspectWavOptions {
  /** The file's name, for messages. Default: none. */
  name?: string;
  /**
   * What becomes of a file that ends before the samples which its header counts: `'error'` throws
   * `truncated-wav`, `'read'` takes the samples that are there and reports the same as a problem.
   * Default `'error'`.
   */
  truncated?: 'error' | 'read';
}

/** The options of `decodeWav` and `readWavHeader`. */
export interface WavOptions extends InspectWavOptions {
  /**
   * Called with each fault of a file that is read all the same, such as a header that contradicts
   * itself; `code` is a `WavProblemCode`. Default: none.
   */
  onProblem?: (problem: Problem) => void;
}

export const INSPECT_WAV_OPTIONS: OptionNames<InspectWavOptions> = { name: true, truncated: true };
export const WAV_OPTIONS: OptionNames<WavOptions> = { ...INSPECT_WAV_OPTIONS, onProblem: true };
