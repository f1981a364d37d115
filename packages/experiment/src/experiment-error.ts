import { printable } from './util/printable.ts';

/** What went wrong, for programs; the message says it to people. */
export type ExperimentErrorCode =
  /** An argument is not what the function takes. */
  | 'bad-argument'
  /** A recipe that is none; the message names the path in it. */
  | 'bad-recipe'
  /** A plan that is none, such as a `plan.json` of another program. */
  | 'bad-plan'
  /** A table that cannot be read, or whose rows contradict each other. */
  | 'bad-table'
  /** A table of other features than the recipe's. */
  | 'other-features'
  /** A run was begun with other rows than it is to go on with. */
  | 'other-data'
  /** A run was begun with another plan than it is to go on with. */
  | 'other-plan'
  /** The recipe's variants are asked for, and the table has none, or others of their names. */
  | 'no-variants'
  /** Two clips of one id, or two rows of one clip and one variant. */
  | 'duplicate-clip'
  /** A protocol leaves nothing to train on, or nothing to test. */
  | 'too-few'
  /** Runs of a cross-validation that were done elsewhere have failed; the others are finished. */
  | 'failed-runs'
  /** A cross-validation is shared among another number of shards. */
  | 'other-shards'
  /** A file of a run does not hold what a run writes there. */
  | 'bad-file';

/** The error that this package throws on bad data, recipes and arguments. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError';
  readonly code: ExperimentErrorCode;

  constructor(code: ExperimentErrorCode, message: string, options?: ErrorOptions) {
    // Names in it may come from a stranger's file.
    super(printable(message), options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is ExperimentError {
    return error instanceof Error && error.name === 'ExperimentError' && 'code' in error;
  }
}
