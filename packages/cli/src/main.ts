#!/usr/bin/env node
import module from 'node:module';
import type { Command } from 'commander';
import { userFolder } from './console/command-name.ts';
import { print } from './console/progress.ts';
import { reportError } from './console/report-error.ts';
import { createQuickProgram, QUICK_COMMANDS } from './quick-program.ts';

// From Node 22 on, what is loaded from here on is compiled once, not at each start.
module.enableCompileCache?.();

// Whoever reads our output may have seen enough, as in `ser features a.wav | head`. What is left to
// say goes nowhere then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') print(`error: stdout: ${error.message}`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => {});

const folder = userFolder();
if (folder !== undefined) process.chdir(folder);

try {
  await (await programFor(process.argv[2])).parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}

/** The program that knows a command; that with all of them takes longer to load. */
async function programFor(command: string | undefined): Promise<Command> {
  if (command !== undefined && QUICK_COMMANDS.includes(command)) return createQuickProgram();
  const { createProgram } = await import('./program.ts');
  return createProgram();
}
