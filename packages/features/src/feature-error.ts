/**
 * Why a call failed.
 *
 * - `bad-argument`: an argument is of another type or outside its range
 * - `bad-audio`: the samples are empty, NaN or infinite
 * - `too-short`: the clip ends before the part that was asked for
 */
export type FeatureErrorCode = 'bad-argument' | 'bad-audio' | 'too-short';

/** The error that every function of this package throws on bad input. */
export class FeatureError extends Error {
  override readonly name = 'FeatureError';
  readonly code: FeatureErrorCode;

  constructor(code: FeatureErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Whether `error` is a FeatureError, of another copy of this package too. */
  static isInstance(error: unknown): error is FeatureError {
    return error instanceof Error && error.name === 'FeatureError' && 'code' in error;
  }
}
