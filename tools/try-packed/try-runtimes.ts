import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { TFJS, tarballsOf } from './install-packed.ts';
import { installProject } from './install-project.ts';
import { putSamples } from './put-samples.ts';
import { runCommand } from './run-command.ts';

const DENO = '^2.9.0';
const BUN = '^1.4.0';

/**
 * On the Node of `$SER_NODE`, of whatever system, by default the one that runs this: the libraries
 * from ES modules and from CommonJS, and the command line.
 */
export function tryNode(project: string, tarballs: string): void {
  install(project, tarballs);
  const { SER_NODE: node = process.execPath } = process.env;
  const run = (...args: string[]): string => {
    const env = { ...process.env, SER_CACHE: join(project, 'cache') };
    return runCommand(node, args, { cwd: project, env });
  };
  process.stdout.write(run('use.js'));
  process.stdout.write(run('--no-warnings', 'require.cjs'));
  const ser = 'node_modules/@ser/cli/dist/main.js';
  const [{ emotion }] = JSON.parse(run(ser, 'predict', 'voice.wav', '--json'));
  assert.equal(typeof emotion, 'string');
  const calls = ['--data', 'calls', '--labels', 'calls.csv'];
  const { test } = JSON.parse(run(ser, 'train', ...calls, '--json'));
  assert.ok(test.n > 0);
  console.log('ser predicts, and trains on a folder with a CSV.');
}

/** In Deno, with the `node_modules` that npm has installed. */
export function tryDeno(project: string, tarballs: string): void {
  install(project, tarballs, { deno: DENO });
  const deno = join(project, 'node_modules/.bin/deno');
  const run = ['run', '--allow-all', '--node-modules-dir=manual', 'use.js'];
  process.stdout.write(`Deno: ${runCommand(deno, run, { cwd: project })}`);
}

/** In Bun, with the `node_modules` that npm has installed. */
export function tryBun(project: string, tarballs: string): void {
  install(project, tarballs, { bun: BUN });
  const bun = join(project, 'node_modules/.bin/bun');
  process.stdout.write(`Bun: ${runCommand(bun, ['use.js'], { cwd: project })}`);
}

function install(project: string, tarballs: string, more: Record<string, string> = {}): void {
  installProject(project, { ...tarballsOf(tarballs), ...TFJS, ...more });
  putSamples(project);
  for (const script of ['use.js', 'require.cjs']) {
    copyFileSync(join(import.meta.dirname, script), join(project, script));
  }
}
