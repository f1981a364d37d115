import { ModelError } from '../model-error.ts';

/** Parts of a path that no file name may have. */
const BAD_PARTS = new Set(['', '.', '..']);

/**
 * Throws a ModelError `bad-argument` unless the name means the same file below a folder in every
 * kind of store. It is not absolute and holds no backslash, and no part is `.`, `..` or empty.
 */
export function checkFileName(caller: string, name: string, file: string): void {
  const isGood =
    typeof file === 'string' &&
    !file.includes('\\') &&
    !file.includes('\0') &&
    // A name that begins with a Windows drive is absolute.
    !/^[a-z]:/i.test(file) &&
    file.split('/').every((part) => !BAD_PARTS.has(part));
  if (!isGood) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a relative path of plain names between slashes, ` +
        `got ${JSON.stringify(file)}`,
    );
  }
}
