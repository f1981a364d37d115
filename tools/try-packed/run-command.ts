import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';

/** Milliseconds that one command may take. None takes one minute, on a quiet machine. */
const COMMAND_LIMIT = 600_000;

/** What Windows starts by its shell alone. */
const SHELL_SCRIPT = /^(npm|npx|pnpm)$/;

/**
 * Runs a command to its end. Its errors, and what it complains of, are shown.
 *
 * @returns what it prints
 * @throws Error that names a command which hangs; the timer of main.ts cannot end it, since nothing
 *   else runs meanwhile
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: Pick<ExecFileSyncOptions, 'cwd' | 'env'>,
): string {
  try {
    return execFileSync(command, args, {
      ...options,
      encoding: 'utf8',
      shell: process.platform === 'win32' && SHELL_SCRIPT.test(command),
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: Number.POSITIVE_INFINITY,
      timeout: COMMAND_LIMIT,
      // npm hears the gentler signal, and may wait for what it has started.
      killSignal: 'SIGKILL',
    });
  } catch (error) {
    const { code, stdout = '' } = error as { code?: unknown; stdout?: string };
    process.stderr.write(stdout);
    if (code !== 'ETIMEDOUT') throw error;
    const line = [command, ...args].join(' ');
    throw new Error(`${line} hangs, since ${COMMAND_LIMIT} ms have passed`, { cause: error });
  }
}
