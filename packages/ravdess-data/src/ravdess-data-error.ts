/** What went wrong, for programs; the message says it to people. */
export type RavdessDataErrorCode =
  /** An argument is not what the function takes. */
  | 'bad-argument'
  /** The table cannot be read or fetched. */
  | 'unreadable-file';

/** The error that this package throws. */
export class RavdessDataError extends Error {
  override readonly name = 'RavdessDataError';
  readonly code: RavdessDataErrorCode;

  constructor(code: RavdessDataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is RavdessDataError {
    return error instanceof Error && error.name === 'RavdessDataError' && 'code' in error;
  }
}
