import { CommanderError } from 'commander';
import { CliError } from './cli-error.ts';
import { Interrupted } from './interrupt.ts';
import { isExpectedError } from './is-expected-error.ts';
import { print } from './progress.ts';

/** Says on stderr why a command has ended; returns the exit code. */
export function reportError(error: unknown): number {
  // Commander has printed its own message; its exit code 0 is that of --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (Interrupted.isInstance(error)) return 130;
  const [first, ...others] = describe(error);
  print(`error: ${first}`, ...others);
  return CliError.isInstance(error) ? error.exitCode : 1;
}

/** Lines. A newline in a message came from a name in it, and stays inside its line. */
function describe(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (CliError.isInstance(error) && error.hint !== undefined) return [error.message, error.hint];
  // The stack of a mistake of ours is worth reading.
  return isExpectedError(error) ? [error.message] : (error.stack ?? error.message).split('\n');
}
