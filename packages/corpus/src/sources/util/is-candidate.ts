/** Hidden files and folders, and macOS' second copy of what a zip holds. */
const IGNORED_NAME = /^\.(?!\.?$)|^__MACOSX$/;

/** Whether a path is a `.wav` that a source looks at. */
export function isCandidate(path: string): boolean {
  const names = path.split(/[\\/]/);
  return /\.wav$/i.test(path) && !names.some((name) => IGNORED_NAME.test(name));
}
