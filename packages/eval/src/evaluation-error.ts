/** What went wrong, for programs; the message says it to people. */
export type EvaluationErrorCode =
  /** An argument is of another type, outside its range, or contradicts another one. */
  | 'bad-argument'
  /** There are too few rows, clips, speakers or members of a class for what was asked. */
  | 'too-few'
  /** A clip or a speaker is on more than one side of a split. */
  | 'leaked-group';

/** The only error that this package throws on bad data or bad arguments. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly code: EvaluationErrorCode;

  constructor(code: EvaluationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is EvaluationError {
    return error instanceof Error && error.name === 'EvaluationError' && 'code' in error;
  }
}
