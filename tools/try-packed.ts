/**
 * Packs every publishable package, installs the tarballs with npm into an empty project, and imports and uses them
 * there on the oldest Node that they support. What only the workspace can resolve fails here.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OLDEST_NODE = '20.19.0';
const TFJS = '4.22.0';

const root = join(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'ser-packed-'));
const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  const tarballs = join(project, 'tarballs');
  mkdirSync(tarballs);
  for (const folder of readdirSync(join(root, 'packages'))) {
    run(
      'npx',
      ['-y', 'pnpm@12', 'pack', '--pack-destination', tarballs],
      join(root, 'packages', folder),
    );
  }
  const dependencies: Record<string, string> = {
    node: OLDEST_NODE,
    '@tensorflow/tfjs-backend-wasm': TFJS,
    '@tensorflow/tfjs-core': TFJS,
    '@tensorflow/tfjs-layers': TFJS,
  };
  for (const tarball of readdirSync(tarballs)) {
    const name = /^ser-(.*)-\d+\.\d+\.\d+.*\.tgz$/.exec(tarball)?.[1];
    dependencies[`@ser/${name}`] = `file:tarballs/${tarball}`;
  }
  const manifest = { name: 'packed', private: true, type: 'module', dependencies };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(project, 'use.js'), readFileSync(join(root, 'tools/try-packed.use.js')));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], project);
  process.stdout.write(run(join(project, 'node_modules/.bin/node'), ['use.js'], project));
} finally {
  rmSync(project, { recursive: true, force: true });
}
