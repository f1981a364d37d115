import { readFile } from 'node:fs/promises';
import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';

/** Options of {@link readUserFile}. */
export interface ReadUserFileOptions {
  /** What the message begins with. Default: nothing. */
  prefix?: string;
  /** What to do where it is a folder. Required. */
  folderHint: string;
}

/**
 * The bytes of a file that the user has named.
 *
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`
 */
export async function readUserFile(
  file: string,
  { prefix = '', folderHint }: ReadUserFileOptions,
): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    switch (errorCode(cause)) {
      case 'ENOENT':
        throw new CliError('no-such-path', `${prefix}there is no such file`, { cause });
      case 'EISDIR':
        throw new CliError('not-a-file', `${prefix}it is a folder; ${folderHint}`, { cause });
      default:
        throw new CliError('unreadable-file', `${prefix}${cause.message}`, { cause });
    }
  }
}
