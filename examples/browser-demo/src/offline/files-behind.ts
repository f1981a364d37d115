/** A file of a built site. */
export interface SiteFile {
  readonly name: string;
  /** Its text; undefined where it is none. */
  readonly text: string | undefined;
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * The names of files that nothing but one view leads to: what a site needs only where that view is
 * opened. The view's own module is none of them.
 *
 * @param files All files of the site. One leads to another where its text has the other's name.
 * @param first The file that the site begins with.
 * @param isView Whether a file is the view's module.
 */
export function filesBehind(
  files: readonly SiteFile[],
  first: string,
  isView: (name: string) => boolean,
): string[] {
  const found = new Set([first]);
  // A set that grows is walked to its end.
  for (const name of found) {
    if (isView(name)) continue;
    const text = files.find((file) => file.name === name)?.text;
    for (const file of files) if (text?.includes(lastOf(file.name))) found.add(file.name);
  }
  return files.map(({ name }) => name).filter((name) => !found.has(name));
}
