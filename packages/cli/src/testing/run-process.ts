import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type CliRun, cacheOf, withOneThread } from './run-in-process.ts';

/** Options of {@link runProcess}. */
export interface ProcessOptions {
  cwd: string;
  /** Sees all of stderr so far each time it grows. Default: none. */
  onStderr?: (text: string, child: ChildProcess) => void;
}

/** The file that starts the command line. */
export const MAIN: string = fileURLToPath(new URL('../main.ts', import.meta.url));

/** Runs `ser` as a user does, in a process of its own. */
export async function runProcess(
  args: readonly string[],
  { cwd, onStderr }: ProcessOptions,
): Promise<CliRun> {
  const child = spawn(
    process.execPath,
    ['--conditions=@ser/source', MAIN, ...withOneThread(args)],
    { cwd, env: { SER_CACHE: cacheOf(cwd), ...process.env } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    onStderr?.(stderr, child);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}
