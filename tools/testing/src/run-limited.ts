import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a function did in a process of its own. */
export interface LimitedRun {
  /** What it returned, as JSON has it; undefined where it threw. */
  value?: unknown;
  /** What it threw; undefined where it returned. */
  error?: { name: string; code?: string; message: string };
  /** Seconds of processor time that the call took, of all threads, without the start of Node. */
  cpuSeconds: number;
  /** The most memory that the process ever had, in MiB, with Node's own 50 to 100. */
  peakMegabytes: number;
}

/** The options of {@link runLimited}. */
export interface LimitedOptions {
  /** The module that exports the function, such as `new URL('…', import.meta.url)`. */
  module: URL;
  /** The name of the exported function, which may be async. */
  call: string;
  /** Its arguments, as JSON has them. Default: none. */
  args?: readonly unknown[];
  /** Processor seconds that the call may take. Another process' work does not count. Default 5. */
  cpuSeconds?: number;
  /** The most memory that the process may have, in MiB. Default 512. */
  megabytes?: number;
  /** Seconds after which a process that waits for ever is killed. Default 300. */
  seconds?: number;
}

const CHILD = fileURLToPath(new URL('limited/child.ts', import.meta.url));
/** Beyond the call's processor time: the start of Node and of the modules. */
const START_SECONDS = 15;

/**
 * Calls a function in a process of its own, and holds it to limits of processor time and memory.
 * Neither depends on what else the machine does.
 *
 * @throws When a limit is exceeded, or the process ends without an answer.
 *
 * @example
 * const { error } = await runLimited({
 *   module: new URL('../testing/hostile.ts', import.meta.url),
 *   call: 'loadHugeScaler',
 * });
 * expect(error).toMatchObject({ code: 'corrupt-model' });
 */
export async function runLimited({
  module,
  call,
  args = [],
  cpuSeconds = 5,
  megabytes = 512,
  seconds = 300,
}: LimitedOptions): Promise<LimitedRun> {
  const limit = Math.ceil(cpuSeconds + START_SECONDS);
  const argument = JSON.stringify({ module: module.href, call, args });
  // The shell's limit kills what never comes back to measure itself.
  const child = spawn(
    'sh',
    ['-c', `ulimit -t ${limit}; exec "$0" "$@"`, process.execPath]
      .concat('--conditions=@ser/source', '--no-warnings', CHILD)
      .concat(argument),
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const read = async (stream: unknown): Promise<string> => {
    let text = '';
    for await (const part of stream as AsyncIterable<Buffer>) text += part;
    return text;
  };
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const [how, errors, answer] = await Promise.all([
    ended,
    read(child.stdio[2]),
    read(child.stdio[3]),
  ]).finally(() => clearTimeout(timer));
  if (answer === '') {
    const bounds = `${limit} s of processor time, ${seconds} s in all`;
    throw new Error(`${call} must end within ${bounds}, and ended by ${how}\n${errors}`);
  }
  const run: LimitedRun = JSON.parse(answer);
  if (run.cpuSeconds > cpuSeconds) {
    throw new Error(`${call} must take ${cpuSeconds} processor seconds, took ${run.cpuSeconds}`);
  }
  if (run.peakMegabytes > megabytes) {
    throw new Error(`${call} must take ${megabytes} MiB, took ${run.peakMegabytes}`);
  }
  return run;
}
