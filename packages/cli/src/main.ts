#!/usr/bin/env node
import { userFolder } from './console/command-name.ts';
import { print } from './console/progress.ts';
import { reportError } from './console/report-error.ts';
import { createProgram } from './program.ts';

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
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}
