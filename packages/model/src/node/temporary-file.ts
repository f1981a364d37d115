import { randomBytes } from 'node:crypto';

/** Random bytes in a name: as many as nobody guesses. */
const RANDOM_BYTES = 8;
const TEMPORARY = new RegExp(`.\\.[0-9a-f]{${2 * RANDOM_BYTES}}\\.tmp$`);

/** A new name beside a file, which nobody can guess. */
export function temporaryName(target: string): string {
  return `${target}.${randomBytes(RANDOM_BYTES).toString('hex')}.tmp`;
}

/**
 * Whether a file's name is one of those under which `folderStore` writes before it renames. A
 * process that is killed leaves such a file behind. Whoever knows that no other process writes to
 * the folder, such as the holder of a lock, may remove it.
 *
 * @example
 * for (const file of await readdir('run', { recursive: true })) {
 *   if (isTemporaryFile(file)) await rm(join('run', file));
 * }
 */
export function isTemporaryFile(name: string): boolean {
  return TEMPORARY.test(name);
}
