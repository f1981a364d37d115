#!/usr/bin/env node
import module from 'node:module';
import type { Command } from 'commander';
import { COMMAND_LOADERS } from './command-loaders.ts';
import { userFolder } from './console/command-name.ts';
import { print } from './console/progress.ts';
import { reportError } from './console/report-error.ts';
import { frameProgram } from './frame-program.ts';
import { createOutlineProgram } from './outline-program.ts';

// From Node 22 on, what is loaded from here on is compiled once, not at each start.
module.enableCompileCache?.();

// Whoever reads our output may have seen enough, as in `ser features a.wav | head`. What is left to
// say goes nowhere then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') print(`error: stdout: ${error.message}`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => {});

/** What all that `ser` can do answers by itself. */
const OUTLINED = ['-h', '--help', '-V', '--version', 'help'];

const folder = userFolder();
if (folder !== undefined) process.chdir(folder);

try {
  await (await programFor(process.argv.slice(2))).parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}

/** The least of the program that knows what was asked: all commands take a second to load. */
async function programFor([first, ...others]: readonly string[]): Promise<Command> {
  if (first !== undefined && Object.hasOwn(COMMAND_LOADERS, first)) {
    return frameProgram('RAVDESS', [await COMMAND_LOADERS[first]()]);
  }
  const isAsked = first === undefined || OUTLINED.includes(first);
  if (isAsked && others.length === 0) return createOutlineProgram();
  const { createProgram } = await import('./program.ts');
  return createProgram();
}
