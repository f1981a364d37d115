/** Hidden files and folders, and macOS' second copy of what a zip holds. */
const IGNORED_NAME = /^\.(?!\.?$)|^__MACOSX$/;

/** Whether a source looks at a path: it is not hidden, and ends as clips do. */
export function isCandidate(path: string, endings: readonly string[]): boolean {
  return hasEnding(path, endings) && !isHidden(path);
}

/** Whether a file, or a folder above it, is hidden. */
export function isHidden(path: string): boolean {
  return path.split(/[\\/]/).some((name) => IGNORED_NAME.test(name));
}

/** Whether a name ends as clips do; capitals do not matter. */
export function hasEnding(name: string, endings: readonly string[]): boolean {
  return endingOf(name, endings) !== '';
}

/** The ending that a name has among these, as it is written there; '' for none. */
export function endingOf(name: string, endings: readonly string[]): string {
  const lower = name.toLowerCase();
  const ending = endings.find((each) => lower.endsWith(each.toLowerCase()));
  return ending === undefined ? '' : name.slice(-ending.length);
}
