/** What went wrong, for programs; the message says it to people. */
export type ModelErrorCode =
  /** An argument is of another type or outside its range. */
  | 'bad-argument'
  /** The examples do not fit the model, or are not finite. */
  | 'bad-dataset'
  /** A saved classifier lacks a file. */
  | 'no-such-path'
  /** The files were not written by `Classifier.save`, or by a newer version of it. */
  | 'foreign-model'
  /** `LinearClassifier` takes one dense softmax layer, and the saved model is another. */
  | 'not-linear'
  /** A saved classifier is damaged. */
  | 'corrupt-model'
  /** The bytes of a training state are damaged. */
  | 'corrupt-state'
  /** A file may be there and cannot be read, such as for want of rights or of a network. */
  | 'unreadable-file'
  /** A file has more bytes than its reader allows. */
  | 'too-large'
  /** A file would be written through a symbolic link. */
  | 'unwritable-path'
  /** The preferred backend is not imported or does not start, or none does. */
  | 'missing-backend'
  /** The backend, or tfjs itself, lacks a kernel or a gradient that the model needs. */
  | 'missing-kernel'
  /** A loss, a score or a weight became NaN or infinite while training. */
  | 'diverged-training';

/** The only error that this package throws on bad data or bad arguments. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is ModelError {
    return error instanceof Error && error.name === 'ModelError' && 'code' in error;
  }
}
