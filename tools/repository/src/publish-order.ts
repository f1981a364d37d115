import type { Manifest } from './public-manifests.ts';

/** The manifests with what each depends on before it, as far as that is among them. */
export function publishOrder(manifests: readonly Manifest[]): Manifest[] {
  const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  const ordered = new Set<Manifest>();
  const visit = (manifest: Manifest): void => {
    if (ordered.has(manifest)) return;
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const dependency = byName.get(name);
      if (dependency !== undefined) visit(dependency);
    }
    ordered.add(manifest);
  };
  for (const manifest of manifests) visit(manifest);
  return [...ordered];
}
