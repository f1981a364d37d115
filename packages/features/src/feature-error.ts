/** What went wrong, for programs; the message says it to people. */
export type FeatureErrorCode =
  /** An argument is of another type or outside its range. */
  | 'bad-argument'
  /** The samples are empty, NaN or infinite. */
  | 'bad-audio'
  /** The clip ends before the part that was asked for. */
  | 'too-short'
  /** The worker thread ended while it read a clip, twice. */
  | 'lost-worker';

/** The only error that this package throws on bad data or bad arguments. */
export class FeatureError extends Error {
  override readonly name = 'FeatureError';
  readonly code: FeatureErrorCode;

  constructor(code: FeatureErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is FeatureError {
    return error instanceof Error && error.name === 'FeatureError' && 'code' in error;
  }
}
