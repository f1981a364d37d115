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
}
