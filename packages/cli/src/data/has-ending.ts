/** Whether a file's name has one of these endings, in small letters or capitals. */
export function hasEnding(file: string, endings: readonly string[]): boolean {
  const name = file.toLowerCase();
  return endings.some((ending) => name.endsWith(ending));
}
