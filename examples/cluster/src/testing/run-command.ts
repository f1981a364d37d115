import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a command did. */
export interface CommandRun {
  /** Null where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The folder with the scripts. */
export const SCRIPTS: string = fileURLToPath(new URL('../..', import.meta.url));

/** The command line `ser`, as the scripts call it. */
export const SER: string = `${SCRIPTS}ser`;

/** Runs a command to its end, in the scripts' folder. */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CommandRun> {
  const child = spawn(command, args, {
    cwd: SCRIPTS,
    // Whatever runs the tests may itself be a task of an array.
    env: { ...withoutEngine(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run: CommandRun = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => {
    run.stdout += bytes;
  });
  child.stderr.on('data', (bytes) => {
    run.stderr += bytes;
  });
  run.code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return run;
}

/** Runs `ser` without the machine's cache. */
export function ser(...args: string[]): Promise<CommandRun> {
  return runCommand(SER, args, { SER_CACHE_SIZE: '0' });
}

function withoutEngine(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !/^(SLURM_|JOB_COMPLETION_INDEX$|SER_)/.test(name)),
  );
}
