import { reportError } from '../console/report-error.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { createProgram } from '../program.ts';

/** What a run of the command line left. */
export interface CliRun {
  /** Null where a signal killed it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Options of {@link runInProcess}. */
export interface InProcessOptions {
  cwd: string;
  /** Whose clips the program reads. Default: RAVDESS. */
  dataSet?: DataSet;
  /**
   * A part of a line of stderr at which Ctrl-C is pressed. The program meets it while it writes
   * that line, so what has been done by then does not depend on the machine's speed. Default: none.
   */
  interruptAt?: string | undefined;
}

/**
 * Runs `ser` in this process: much faster than a process of its own. One at a time, since the
 * working directory and the output are the process'.
 */
export async function runInProcess(
  args: readonly string[],
  { cwd, dataSet, interruptAt }: InProcessOptions,
): Promise<CliRun> {
  const home = process.cwd();
  const { stdout, stderr, exitCode } = process;
  const written = { stdout: '', stderr: '' };
  let isInterrupted = false;
  const writers = { stdout: stdout.write, stderr: stderr.write };
  stdout.write = (chunk: Uint8Array | string) => {
    written.stdout += chunk;
    return true;
  };
  stderr.write = (chunk: Uint8Array | string) => {
    written.stderr += chunk;
    if (interruptAt !== undefined && !isInterrupted && written.stderr.includes(interruptAt)) {
      isInterrupted = true;
      process.emit('SIGINT');
    }
    return true;
  };
  process.chdir(cwd);
  process.exitCode = 0;
  const { SER_CACHE: cache } = process.env;
  process.env.SER_CACHE ??= cacheOf(cwd);
  try {
    await createProgram(dataSet).parseAsync(withOneThread(args), { from: 'user' });
    return { code: Number(process.exitCode), ...written };
  } catch (error) {
    const code = reportError(error);
    return { code, ...written };
  } finally {
    process.exitCode = exitCode;
    process.chdir(home);
    if (cache === undefined) delete process.env.SER_CACHE;
    stdout.write = writers.stdout;
    stderr.write = writers.stderr;
  }
}

/** Where a run in a folder keeps features: never where this machine's user does. */
export function cacheOf(cwd: string): string {
  return `${cwd}-cache`;
}

/** Threads and jobs of several tests at once would starve each other on a small machine. */
export function withOneThread(args: readonly string[]): string[] {
  const trains = ['train', 'crossvalidate'].includes(args[0]) && !args.includes('--help');
  const one = (option: string, command = args[0]): string[] =>
    trains && command === args[0] && !args.includes(option) ? [option, '1'] : [];
  return [...args, ...one('--threads'), ...one('--jobs', 'crossvalidate')];
}
