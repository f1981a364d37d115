/** What went wrong, for programs: the text is for people. */
export type ModelErrorCode =
  | 'argument'
  | 'dataset'
  | 'artifact-missing'
  | 'artifact-foreign'
  | 'artifact-corrupt'
  | 'backend';

/** The one error that `@ser/model` throws itself. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** True for a `ModelError`, also one from another copy of this package. */
  static isInstance(error: unknown): error is ModelError {
    return error instanceof Error && error.name === 'ModelError' && 'code' in error;
  }
}
