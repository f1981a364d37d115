import { type Recognizer, RecognizerError, type WindowsOptions } from '@ser/recognizer';
import { wrongUsage } from '../../console/cli-error.ts';

/** The windows that are asked for, in seconds. */
export interface WindowLengths {
  /** Default: the recogniser's, 3. */
  length?: number;
  /** Default: the recogniser's, 1. */
  hop?: number;
}

/** A second of silence, which nobody listens to. */
const SOUND = { samples: new Float32Array(8000), sampleRate: 8000 };

/**
 * Has the recogniser check the windows before any file is opened.
 *
 * @throws CliError `wrong-usage`, which names the option
 */
export function checkLengths(recognizer: Recognizer, lengths: WindowLengths): void {
  try {
    // Options are checked at once, and nothing is scored until a window is asked for.
    recognizer.windows(SOUND, givenLengths(lengths));
  } catch (cause) {
    if (!RecognizerError.isInstance(cause) || cause.code !== 'bad-argument') throw cause;
    const [, name, why] = /^windows: `(length|hop)` (.*)$/.exec(cause.message) ?? [];
    if (name === undefined) throw cause;
    throw wrongUsage(`--${name} ${why}`, cause);
  }
}

/** The lengths that are given; a recogniser's defaults are for those that are not there. */
export function givenLengths({ length, hop }: WindowLengths): WindowsOptions {
  return { ...(length !== undefined && { length }), ...(hop !== undefined && { hop }) };
}
