#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CliError } from './console/cli-error.ts';
import { Interrupted } from './console/interrupt.ts';
import { createProgram } from './program.ts';

// Whoever read our output may have seen enough, as in `ser features a.wav | head`: what is left to say goes nowhere.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`error: stdout: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => {});

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong on stderr; returns the exit code. */
function report(error: unknown): number {
  // Commander has printed its own message; its exit code 0 is --help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) return 130;
  const typed = error instanceof Error && 'code' in error;
  process.stderr.write(`error: ${typed ? error.message : ((error as Error).stack ?? error)}\n`);
  return error instanceof CliError ? error.exitCode : 1;
}
