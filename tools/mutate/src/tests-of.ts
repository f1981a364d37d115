import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORTS = /(?:\bfrom|\bimport\(?|\bURL\()\s*'(\.[^']+)'/g;

/**
 * The tests of a package that may notice a mistake in a file, the nearest first: the one beside it,
 * then those that reach it by the fewest imports, then the rest, which may reach it in processes.
 *
 * @param files All modules of the package, its tests among them, as absolute paths.
 */
export function testsOf(file: string, files: readonly string[]): string[] {
  const importers = new Map<string, string[]>();
  for (const importer of files)
    for (const [, path] of readFileSync(importer, 'utf8').matchAll(IMPORTS)) {
      const imported = resolve(dirname(importer), path);
      importers.set(imported, [...(importers.get(imported) ?? []), importer]);
    }
  const distance = new Map([[file, 0]]);
  // A map's iteration comes to what is added on the way.
  for (const [reached, steps] of distance)
    for (const importer of importers.get(reached) ?? [])
      if (!distance.has(importer)) distance.set(importer, steps + 1);
  distance.set(file.replace(/\.ts$/, '.test.ts'), 0);
  return files
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ name, steps: distance.get(name) ?? files.length }))
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}
