/** What can be wrong, as {@link CliError.code} says it. */
export type CliErrorCode =
  /** The command line asks for what cannot be; the only one with the exit code 2. */
  | 'wrong-usage'
  | 'no-such-path'
  | 'unreadable-file'
  /** A folder or a file that cannot be written, such as one on a full disk. */
  | 'unwritable-path'
  /** A folder, a pipe or a device where a plain file is wanted. */
  | 'not-a-file'
  /** A file of another kind where a folder, a zip or a table is wanted. */
  | 'not-a-directory'
  /** The data holds no clip that is asked for. */
  | 'no-clips'
  /** Tables and clips that do not fit together: other labels, other variants, a clip twice. */
  | 'other-data'
  /** The protocol leaves nothing to train on, or nothing to test. */
  | 'too-few'
  /** The data has labels that the model does not know. */
  | 'other-labels'
  /** A shard that is there already was extracted with other options, or from other clips. */
  | 'other-options'
  /** Shards that are to be merged are not all there. */
  | 'missing-shards'
  /** A run was trained on a backend that the command line does not bring along. */
  | 'missing-backend'
  /** There is no finished run in `runs/`. */
  | 'no-model'
  /** A model that does not say which features it needs. */
  | 'no-extractor'
  /** A model whose extractor is damaged, or does not fit the model's input. */
  | 'bad-model'
  /** `--voice` names a file that holds no voice, or that of another model. */
  | 'bad-voice'
  /** `--out` names a folder that holds something. */
  | 'folder-in-use'
  /** A process is at work in the run's folder. */
  | 'run-in-use'
  /** A process that trained a run has ended before the run did, or the run has failed in it. */
  | 'lost-job'
  /** `--resume` names a folder without a run. */
  | 'no-run'
  /** Another command began the run. */
  | 'other-command'
  /** The run has nothing left to resume. */
  | 'run-finished';

/** What a {@link CliError} may say beside its message. */
export interface CliErrorOptions {
  /** Default 1. */
  exitCode?: 1 | 2;
  /** A line below the message, on what to do. Default: none. */
  hint?: string;
  /** Default: none. */
  cause?: unknown;
}

/** A failure with a message for people; `exitCode` 2 when the command line itself was wrong. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;
  readonly exitCode: 1 | 2;
  /** What to do about it, as a line of its own below the message; undefined: none. */
  readonly hint: string | undefined;

  constructor(code: CliErrorCode, message: string, options: CliErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.exitCode = options.exitCode ?? 1;
    this.hint = options.hint;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is CliError {
    return error instanceof Error && error.name === 'CliError' && 'exitCode' in error;
  }
}

/** The error of a command line that asks for what cannot be. */
export function wrongUsage(message: string, cause?: unknown): CliError {
  return new CliError('wrong-usage', message, { exitCode: 2, cause });
}
