/**
 * Packs every publishable package, installs the tarballs with npm into an empty project, and uses
 * them there on the oldest Node that they support: the libraries by use.js, the command line by its
 * name. What only the workspace can resolve fails here.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const OLDEST_NODE = '20.19.0';
const TFJS = '4.22.0';

const root = join(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'ser-packed-'));
const bin = join(project, 'node_modules/.bin');
const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // The project's Node comes first, for commands that are started by their name too.
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });

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
  writeFileSync(join(project, 'use.js'), readFileSync(join(import.meta.dirname, 'use.js')));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], project);
  process.stdout.write(run(join(bin, 'node'), ['use.js'], project));
  useCommandLine();
} finally {
  rmSync(project, { recursive: true, force: true });
}

function useCommandLine(): void {
  const version = run('npx', ['ser', '--version'], project).trim();
  const own = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')).version;
  assert.equal(version, own);
  const json = run('npx', ['ser', 'train', '--epochs', '1', '--json'], project);
  const { test, out } = JSON.parse(json);
  assert.equal(test.n, 416);
  assert.ok(readdirSync(join(project, out)).includes('metrics.json'));
  console.log(`ser ${version} trains on the embedded table in a project of its own.`);
}
