#!/usr/bin/env node
import { reportError } from './console/report-error.ts';
import { createProgram } from './program.ts';

// Whoever reads our output may have seen enough, as in `ser features a.wav | head`. What is left to
// say goes nowhere then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`error: stdout: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => {});

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}
