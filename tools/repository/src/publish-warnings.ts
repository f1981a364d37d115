/** What npm says to everybody who is not logged in, in a dry run too. */
const NOT_LOGGED_IN = /This command requires you to be logged in/;

/** The lines of `npm publish --dry-run` that warn of a package, or of how it is published. */
export function publishWarnings(said: string): string[] {
  return said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^npm (warn|error)/i.test(line) && !NOT_LOGGED_IN.test(line));
}
