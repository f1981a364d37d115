import type { Manifest } from './public-manifests.ts';

/**
 * What packed manifests ask for of each other that is not what is published with them. pnpm writes the
 * versions of what lies in `node_modules`, which an installation of another day may have left there.
 *
 * @param packed the manifests within the tarballs
 */
export function wrongDependencies(packed: readonly Manifest[]): string[] {
  const versions = new Map(packed.map(({ name, version }) => [name, version]));
  return packed.flatMap(({ name, dependencies = {} }) =>
    Object.entries(dependencies)
      .filter(([on, version]) => versions.has(on) && versions.get(on) !== version)
      .map(([on, version]) => `${name} asks for ${on} ${version}, which is ${versions.get(on)}`),
  );
}
