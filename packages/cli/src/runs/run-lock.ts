import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../console/cli-error.ts';

const LOCK_FILE = 'run.lock';

/** Who writes into a run's folder, as `run.lock` says it. */
interface Holder {
  pid: number;
  host: string;
}

let locks = 0;

/**
 * Runs a task that writes into a run's folder, alone: two at once would mix their epochs.
 *
 * The lock names its process, so that the lock of a killed process is taken over at once. Libraries
 * that go by a lock's age cannot do that: they wait, and take a long training step for a death.
 *
 * @throws CliError `run-in-use` when another process, or this one, is at work there
 */
export async function withRunLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  const file = join(path, LOCK_FILE);
  const own = `${JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder)}\n`;
  while (!(await putNew(file, own))) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    // Gone meanwhile: the next try may get it.
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (!holder || holder.host !== hostname() || isAlive(holder.pid)) {
      const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
      throw new CliError(
        'run-in-use',
        `${path} is in use by ${who}; wait for its end, or, if it has ended, remove ${file}`,
      );
    }
    await takeAway(file, text);
  }
  try {
    return await task();
  } finally {
    await rm(file, { force: true });
  }
}

/** Makes a file with its content at once; false when there is one. */
async function putNew(file: string, text: string): Promise<boolean> {
  const temporary = temporaryName(file);
  await writeFile(temporary, text);
  try {
    // A link fails where a file is; a rename would replace it.
    await link(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes the lock of a dead process, unless somebody has replaced it meanwhile. */
async function takeAway(file: string, text: string): Promise<void> {
  const taken = temporaryName(file);
  try {
    await rename(file, taken);
  } catch {
    return; // somebody was faster
  }
  // The wrong one: a process that took over has written it a moment ago.
  if ((await readFile(taken, 'utf8')) !== text) await link(taken, file).catch(() => {});
  await rm(taken, { force: true });
}

function temporaryName(file: string): string {
  return `${file}.${process.pid}.${locks++}.tmp`;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return Number.isInteger(pid) && typeof host === 'string'
      ? { pid: pid as number, host }
      : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
