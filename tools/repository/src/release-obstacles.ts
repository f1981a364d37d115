import type { Manifest } from './public-manifests.ts';

/** The state of a checkout that a release would be made of. */
export interface ReleaseState {
  manifests: readonly Manifest[];
  /** The names of the files in `.changeset`. */
  changesets: readonly string[];
  /** Such as `owner/name`, of the root's manifest. */
  slug: string;
  /** The repository that the release is made in. */
  repository: string;
}

/** Why a checkout is not to be published, in sentences; none where it may be. */
export function releaseObstacles({
  manifests,
  changesets,
  slug,
  repository,
}: ReleaseState): string[] {
  const obstacles: string[] = [];
  if (slug !== repository) {
    obstacles.push(
      `The manifests say ${slug}, and this is ${repository}: run ` +
        `node tools/repository/src/set-repository.ts https://github.com/${repository}`,
    );
  }
  const pending = changesets.filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (pending.length > 0) {
    obstacles.push(
      `${pending.length} changesets are not in any version yet: merge the pull request of versions`,
    );
  }
  for (const { name, version } of manifests) {
    if (version === '0.0.0') obstacles.push(`${name} has no version yet`);
  }
  return obstacles;
}
