import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeBlocks } from './readme-blocks.ts';
import { commandFiles, commandsOf } from './readme-commands.ts';

type Run = (command: string, args: readonly string[]) => string;

/** Trains for an epoch on the embedded table with the installed `ser`. */
export function tryCommandLine(root: string, project: string, run: Run): void {
  const version = run('npx', ['ser', '--version']).trim();
  const own = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')).version;
  assert.equal(version, own);
  const json = run('npx', ['ser', 'train', '--no-variants', '--epochs', '1', '--json']);
  const { test, out } = JSON.parse(json);
  assert.equal(test.n, 416);
  assert.ok(readdirSync(join(project, out)).includes('metrics.json'));
  console.log(`ser ${version} trains on the embedded table in a project of its own.`);
}

/**
 * Runs the commands that the READMEs of `ser` and of the repository and the guides show, in their
 * order, each once. Training ends early, and nothing is downloaded.
 */
export function tryReadmeCommands(root: string, run: Run): void {
  const files = commandFiles(root);
  const shown = files
    .flatMap((file) => readmeBlocks(file, readFileSync(join(root, file), 'utf8')))
    .flatMap(commandsOf);
  const commands = [...new Set(shown)];
  for (const command of commands) {
    // Without data a network is trained; with data, in a moment, a discriminant analysis is fitted.
    // One thread, since threads that wait for each other starve on a busy machine.
    const short = command.endsWith('ser train') ? `${command} --epochs 1 --threads 1` : command;
    run('sh', ['-c', short]);
  }
  console.log(`The ${commands.length} commands of the READMEs and the guides run.`);
}
