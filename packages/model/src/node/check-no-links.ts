import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../model-error.ts';

/**
 * Throws a ModelError `unwritable-path` when a part of a path below `root` is a symbolic link, which
 * would lead a write out of the folder. The root itself may be one.
 *
 * @param parts The parts below the root, in their order.
 */
export async function checkNoLinks(
  caller: string,
  root: string,
  parts: readonly string[],
): Promise<void> {
  let path = root;
  for (const part of parts) {
    path = join(path, part);
    // What is not there is no link. Other errors show when the path is used.
    const found = await lstat(path).catch(() => undefined);
    if (!found) return;
    if (found.isSymbolicLink()) {
      throw new ModelError(
        'unwritable-path',
        `${caller}: ${path} must be no symbolic link, which would lead out of ${root}; remove it`,
      );
    }
  }
}
