/** Names in an error; more of them would hide the rest of it. */
const MOST = 5;

/** The first names of a list, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const more = names.length - MOST;
  return names.slice(0, MOST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
