/** The section of one version in a changelog that changesets wrote; empty where there is none. */
export function changesOf(changelog: string, version: string): string {
  const start = changelog.indexOf(`\n## ${version}\n`);
  if (start < 0) return '';
  const body = changelog.slice(start + `\n## ${version}\n`.length);
  const end = body.search(/^## /m);
  return (end < 0 ? body : body.slice(0, end)).trim();
}

/** What a release says on GitHub: every package with its version, and what changed in it. */
export function releaseNotes(
  packages: readonly { name: string; version: string; changelog: string }[],
): string {
  return packages
    .map(({ name, version, changelog }) => ({
      name,
      version,
      changes: changesOf(changelog, version),
    }))
    .map(
      ({ name, version, changes }) =>
        // The headings below a version's are of the third order.
        `## ${name} ${version}\n\n${changes || 'No changes of its own.'}\n`,
    )
    .join('\n');
}
