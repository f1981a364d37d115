/** What went wrong, for programs; the message says it to people. */
export type RecognizerErrorCode =
  /** An argument is of another type or outside its range. */
  | 'bad-argument'
  /** The samples are empty, NaN or infinite, or the bytes are no WAV that can be read. */
  | 'bad-audio'
  /** The sound is too short to hear a voice in it. */
  | 'too-short'
  /** The buffer has several channels. */
  | 'stereo'
  /** The model cannot be read, is cut, or was not saved by `@ser/model`. */
  | 'bad-model'
  /** The voice was calibrated with another model, or is none. */
  | 'bad-voice'
  /** The model was not trained for voices that are calibrated to. */
  | 'not-adaptable'
  /** No clip that a voice could be calibrated to, or none with speech. */
  | 'too-few'
  /** A stream gives no samples. */
  | 'no-samples'
  /** This environment has no AudioContext, or its pages may have no AudioWorklet. */
  | 'no-audio-worklet'
  /** The browser starts sound only after a click or a key press. */
  | 'no-gesture'
  /** The worklet's file is not there, or a policy forbids it. */
  | 'no-such-path'
  /** The worker did not load, or ended. */
  | 'lost-worker'
  /** The recogniser was disposed. */
  | 'disposed';

/** The only error that this package throws on bad data or bad arguments. */
export class RecognizerError extends Error {
  override readonly name = 'RecognizerError';
  readonly code: RecognizerErrorCode;

  constructor(code: RecognizerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is RecognizerError {
    return error instanceof Error && error.name === 'RecognizerError' && 'code' in error;
  }
}
