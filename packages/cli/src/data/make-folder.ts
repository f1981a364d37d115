import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../console/error-code.ts';

/**
 * Makes a folder and those above it; returns the outermost that had to be made, undefined where the
 * folder was there. Node's own `mkdir` with `recursive` never ends where a folder is there in which
 * none can be made, such as `/proc`.
 *
 * @throws the system's error
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  const folder = resolve(path);
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
  }
  const outermost = await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (errorCode(error) !== 'EEXIST') throw error;
    return outermost;
  }
  return outermost ?? folder;
}
