import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What users import by one name. */
export interface PublicEntry {
  /** Such as `@ser/features/node`. */
  name: string;
  /** The package's folder. */
  folder: string;
  /** The built declarations. */
  types: string;
  /** The entry within the package, `index` for the package itself. */
  entry: string;
}

/** All entries of the packages that are published, those of a package behind its main one. */
export function publicEntries(root: string): PublicEntry[] {
  const packages = join(root, 'packages');
  return readdirSync(packages).flatMap((directory) => {
    const folder = join(packages, directory);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const exports: Record<string, { types: string }> = manifest.publishConfig.exports;
    return Object.entries(exports).map(([path, { types }]) => ({
      name: `${manifest.name}${path.slice(1)}`,
      folder,
      types: join(folder, types),
      entry: path === '.' ? 'index' : path.slice(2),
    }));
  });
}
