/** A failure with a message for people; `exitCode` 2 when the command line itself was wrong. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  readonly exitCode: 1 | 2;

  constructor(
    code: string,
    message: string,
    { exitCode = 1, cause }: { exitCode?: 1 | 2; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.exitCode = exitCode;
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
