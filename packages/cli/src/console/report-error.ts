import { CommanderError } from 'commander';
import { CliError } from './cli-error.ts';
import { Interrupted } from './interrupt.ts';

/** Says on stderr why a command has ended; returns the exit code. */
export function reportError(error: unknown): number {
  // Commander has printed its own message; its exit code 0 is that of --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) return 130;
  // An error without a code is a mistake of ours: its stack is worth reading.
  const isExpected = error instanceof Error && 'code' in error;
  const text = isExpected ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`error: ${text}\n`);
  return CliError.isInstance(error) ? error.exitCode : 1;
}
