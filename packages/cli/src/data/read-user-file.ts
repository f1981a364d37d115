import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';
import { type ReadPlainFileOptions, readPlainFile } from './read-plain-file.ts';

/** Options of {@link readUserFile}. */
export interface ReadUserFileOptions extends Pick<ReadPlainFileOptions, 'read'> {
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
  { prefix = '', folderHint, read }: ReadUserFileOptions,
): Promise<Uint8Array> {
  try {
    return await readPlainFile(file, { read });
  } catch (cause) {
    throw userFileError(cause, { prefix, folderHint });
  }
}

/** The error for a file that the user has named, and that cannot be opened or read. */
export function userFileError(
  cause: unknown,
  { prefix = '', folderHint }: Pick<ReadUserFileOptions, 'prefix' | 'folderHint'>,
): unknown {
  if (!(cause instanceof Error)) return cause;
  if (CliError.isInstance(cause)) {
    const hint = /got a folder$/.test(cause.message) ? `; ${folderHint}` : '';
    return new CliError(cause.code, `${prefix}${cause.message}${hint}`, { cause });
  }
  if (errorCode(cause) === 'ENOENT') {
    return new CliError('no-such-path', `${prefix}there is no such file${hintOf(cause)}`, {
      cause,
    });
  }
  return new CliError('unreadable-file', `${prefix}${cause.message}`, { cause });
}

/** Node shows bytes of a name that are no UTF-8 as U+FFFD, by which no file is found. */
function hintOf({ path }: NodeJS.ErrnoException): string {
  return path?.includes('\ufffd') ? ': its name is not UTF-8; rename it' : '';
}
