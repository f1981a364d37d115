import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkTarballs } from './check-tarballs.ts';
import { installProject } from './install-project.ts';
import { packPackages } from './pack-packages.ts';

/** The oldest Node that the packages support. */
export const OLDEST_NODE = '20.19.0';
/** What trains beside the packages. */
export const TFJS: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs-backend-wasm': '4.22.0',
  '@tensorflow/tfjs-core': '4.22.0',
  '@tensorflow/tfjs-layers': '4.22.0',
};

/** Packs every package, checks the tarballs and installs the tarballs in an empty project, with the oldest Node. */
export async function installPacked(root: string, project: string): Promise<void> {
  const tarballs = join(project, 'tarballs');
  mkdirSync(tarballs);
  packPackages(root, tarballs);
  await checkTarballs(tarballs);
  installProject(project, {
    node: OLDEST_NODE,
    '@types/node': '20',
    ...TFJS,
    ...tarballsOf(tarballs),
  });
}

/** The packages in a folder of tarballs, as a manifest's dependencies; all, or those named. */
export function tarballsOf(folder: string, names?: readonly string[]): Record<string, string> {
  const found = readdirSync(folder).map((tarball) => {
    const name = /^ser-(.*)-\d+\.\d+\.\d+.*\.tgz$/.exec(tarball)?.[1] ?? tarball;
    return { name, path: join(folder, tarball) };
  });
  return Object.fromEntries(
    found
      .filter(({ name }) => names?.includes(name) ?? true)
      .map(({ name, path }) => [`@ser/${name}`, `file:${path}`]),
  );
}
