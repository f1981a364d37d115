import type { OptionNames } from '@ser/internal';
import type { Describe } from '../clip.ts';
import type { Problem } from '../problem.ts';

/** The options of every source of clips. */
export interface SourceOptions<Info> {
  /**
   * Reads a path. A file for which it gives undefined is left out, and one for which it throws a
   * `CorpusError` is a problem.
   */
  describe: Describe<Info>;
  /**
   * Called for each file that is left out, and why. Default: none, and the first problem is thrown.
   */
  onProblem?: (problem: Problem) => void;
  /**
   * How the names of clips end, whatever their capitals, such as `AUDIO_ENDINGS` for all that
   * `decodeAudio` reads. Default `['.wav']`.
   */
  endings?: readonly string[];
  /** A typical path of the data set, for the message of `no-clips`. Default: none. */
  example?: string;
}

/** The endings of clips where a source is told none. */
export const WAV_ENDINGS: readonly string[] = ['.wav'];

export const SOURCE_OPTIONS: OptionNames<SourceOptions<unknown>> = {
  describe: true,
  onProblem: true,
  endings: true,
  example: true,
};
