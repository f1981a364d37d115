import { type OptionNames, wrongOptions } from '@ser/internal';
import { RecognizerError } from '../recognizer-error.ts';

/** The options of the speech gate, named and meant as those of `@ricky0123/vad-web`. */
export interface GateOptions {
  /** From what probability on, in [0, 1], a frame of 20 ms is speech. Default 0.6. */
  positiveSpeechThreshold?: number | undefined;
  /**
   * Below what probability, in [0, `positiveSpeechThreshold`], a frame counts towards the end of
   * speech. Default 0.4, or `positiveSpeechThreshold` where that is less.
   */
  negativeSpeechThreshold?: number | undefined;
  /** For how many ms such frames must last before speech has ended. Default 400. */
  redemptionMs?: number | undefined;
  /** How many ms before its first frame speech begins. Default 200. */
  preSpeechPadMs?: number | undefined;
  /** How many ms of speech there must be; less is a misfire. Default 80. */
  minSpeechMs?: number | undefined;
}

/** The options with their defaults. */
export type FullGateOptions = Readonly<Required<GateOptions>>;

const OPTIONS: OptionNames<GateOptions> = {
  positiveSpeechThreshold: true,
  negativeSpeechThreshold: true,
  redemptionMs: true,
  preSpeechPadMs: true,
  minSpeechMs: true,
};

/** The longest time that an option may ask for, in ms: an hour. */
const MAX_MS = 3_600_000;

/**
 * Refuses an option that the gate does not know, and one that is out of range.
 *
 * @param name The argument that holds the options, for errors.
 * @returns The options with their defaults.
 */
export function checkGateOptions(
  caller: string,
  options: GateOptions,
  name = 'options',
): FullGateOptions {
  const wrong = wrongOptions(options, OPTIONS)?.replace('`options`', `\`${name}\``);
  if (wrong !== undefined) throw new RecognizerError('bad-argument', `${caller}: ${wrong}`);
  const positive = options.positiveSpeechThreshold ?? 0.6;
  checkRange(caller, 'positiveSpeechThreshold', positive, 1);
  const negative = options.negativeSpeechThreshold ?? Math.min(0.4, positive);
  checkRange(caller, 'negativeSpeechThreshold', negative, positive, 'positiveSpeechThreshold=');
  const { redemptionMs = 400, preSpeechPadMs = 200, minSpeechMs = 80 } = options;
  checkRange(caller, 'redemptionMs', redemptionMs, MAX_MS);
  checkRange(caller, 'preSpeechPadMs', preSpeechPadMs, MAX_MS);
  checkRange(caller, 'minSpeechMs', minSpeechMs, MAX_MS);
  return {
    positiveSpeechThreshold: positive,
    negativeSpeechThreshold: negative,
    redemptionMs,
    preSpeechPadMs,
    minSpeechMs,
  };
}

function checkRange(caller: string, name: string, value: unknown, max: number, is = ''): void {
  if (typeof value === 'number' && value >= 0 && value <= max) return;
  const got = typeof value === 'number' ? String(value) : `a value of type ${typeof value}`;
  throw new RecognizerError(
    'bad-argument',
    `${caller}: \`${name}\` must be a number in [0, ${is}${max}], got ${got}`,
  );
}
