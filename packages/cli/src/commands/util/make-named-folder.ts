import { stat } from 'node:fs/promises';
import { CliError } from '../../console/cli-error.ts';
import { isExpectedError } from '../../console/is-expected-error.ts';
import { kindOfFile } from '../../data/kind-of-file.ts';
import { makeFolder } from '../../data/make-folder.ts';

/**
 * Makes the folder that an option names, before what is written there is worked for.
 *
 * @param option Its name, such as `--out`.
 * @throws CliError `unwritable-path` where it cannot be made, or is no folder
 */
export async function makeNamedFolder(option: string, path: string): Promise<void> {
  try {
    await makeFolder(path);
    const stats = await stat(path);
    if (!stats.isDirectory()) throw noFolder(option, path, kindOfFile(stats));
  } catch (cause) {
    if (CliError.isInstance(cause) || !isExpectedError(cause)) throw cause;
    const message = `${option} ${path} cannot be made a folder: ${cause.message}`;
    throw new CliError('unwritable-path', message, { cause });
  }
}

function noFolder(option: string, path: string, got: string): CliError {
  const expected = `${option} ${path} must be a folder, or not be there yet`;
  return new CliError('unwritable-path', `${expected}; it is ${got}`);
}
