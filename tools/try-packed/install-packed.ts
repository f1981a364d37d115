import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTarballs } from './check-tarballs.ts';
import { packPackages } from './pack-packages.ts';
import { runCommand } from './run-command.ts';

/** The oldest Node that the packages support. */
export const OLDEST_NODE = '20.19.0';
const TFJS = '4.22.0';

/** Packs every package, checks the tarballs and installs the tarballs in an empty project, with the oldest Node. */
export async function installPacked(root: string, project: string): Promise<void> {
  const tarballs = join(project, 'tarballs');
  mkdirSync(tarballs);
  packPackages(root, tarballs);
  await checkTarballs(tarballs);
  const dependencies: Record<string, string> = {
    node: OLDEST_NODE,
    '@types/node': '20',
    '@tensorflow/tfjs-backend-wasm': TFJS,
    '@tensorflow/tfjs-core': TFJS,
    '@tensorflow/tfjs-layers': TFJS,
  };
  Object.assign(dependencies, tarballsOf(tarballs));
  const manifest = { name: 'packed', private: true, type: 'module', dependencies };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  runCommand('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: project });
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
