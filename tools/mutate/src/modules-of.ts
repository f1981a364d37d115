import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** All TypeScript modules under `src` of a package, as absolute paths. */
export async function modulesOf(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'src'), { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, 'src', name))
    .sort();
}

/** Whether a package publishes the module: not its tests, what they share, or what a tool wrote. */
export function isPublished(module: string): boolean {
  return !/\.test\.ts$|\/src\/(testing|generated)\//.test(module);
}
