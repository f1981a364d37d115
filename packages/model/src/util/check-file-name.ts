import { ModelError } from '../model-error.ts';

/** Parts that are empty, name the same folder or lead out of it. */
const BAD_PARTS = new Set(['', '.', '..']);

/**
 * Throws a ModelError `bad-argument` unless the name says one file below a folder, and the same one
 * in every kind of store: parts between slashes, no `.` or `..`, no backslash, not absolute.
 */
export function checkFileName(caller: string, name: string, file: string): void {
  const isGood =
    typeof file === 'string' &&
    !file.includes('\\') &&
    !file.includes('\0') &&
    // A drive of Windows is absolute.
    !/^[a-z]:/i.test(file) &&
    file.split('/').every((part) => !BAD_PARTS.has(part));
  if (!isGood) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a relative path of plain names between slashes, got ${JSON.stringify(file)}`,
    );
  }
}
