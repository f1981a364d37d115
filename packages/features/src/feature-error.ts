/**
 * Why a call failed.
 *
 * - `invalid-argument`: an option is outside its range
 * - `invalid-audio`: the samples are empty, NaN or infinite
 * - `too-short`: the clip ends before the part that was asked for
 */
export type FeatureErrorCode = 'invalid-argument' | 'invalid-audio' | 'too-short';

/** The error that every function of this package throws on bad input. */
export class FeatureError extends Error {
  override readonly name = 'FeatureError';
  readonly code: FeatureErrorCode;

  constructor(code: FeatureErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
