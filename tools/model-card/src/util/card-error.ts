/** What went wrong, for programs; the message says it to people. */
export type CardErrorCode =
  /** The command line asks for what there is not. */
  | 'wrong-usage'
  /** There is nothing at a path. */
  | 'no-such-path'
  /** A file is not what it should be. */
  | 'bad-file'
  /** What was trained is not what is published. */
  | 'other-weights'
  /** Two ways to the same scores differ. */
  | 'other-scores';

/** What is wrong with what the tool was given. */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly code: CardErrorCode;

  constructor(code: CardErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this tool. */
  static isInstance(error: unknown): error is CardError {
    return error instanceof Error && error.name === 'CardError' && 'code' in error;
  }
}
