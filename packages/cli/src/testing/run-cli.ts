import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a run of the command line left. */
export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** One thread: spinning threads of several tests at once would starve each other on a small machine. */
const trains = (args: string[]) => ['train', 'crossvalidate'].includes(args[0]);
const ONE_THREAD = ['--threads', '1'];

/** Runs `ser` as a user does, in a process of its own. `onStderr` sees all of stderr so far each time it grows. */
export async function runCli(
  args: string[],
  { cwd, onStderr }: { cwd: string; onStderr?: (text: string, child: ChildProcess) => void },
): Promise<CliRun> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@ser/source', main, ...args, ...(trains(args) ? ONE_THREAD : [])],
    { cwd },
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
