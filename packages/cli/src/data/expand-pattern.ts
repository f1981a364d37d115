import { isAbsolute } from 'node:path';
import { glob } from 'tinyglobby';

/** Whether a path may be a pattern that a shell has left as it is: Windows' do, and quotes. */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The paths that a pattern such as `clips/*.wav` stands for, sorted. */
export async function expandPattern(pattern: string): Promise<string[]> {
  // To a pattern, a backslash is an escape; to Windows it separates folders.
  const portable = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const absolute = isAbsolute(pattern);
  const options = { expandDirectories: false, onlyFiles: false, absolute };
  const found = await glob(portable, options);
  return found.map((path) => path.replace(/\/$/, '')).sort();
}
