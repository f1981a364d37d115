import { link, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';

const LOCK_FILE = 'run.lock';

/** Who writes into a run's folder, as `run.lock` says it. */
interface Holder {
  pid: number;
  host: string;
}

/** Tries to get a lock that others take and leave all the time. */
const MOST_TRIES = 100;

/** The lock files of this process, those that it is trying to get among them. */
const held = new Set<string>();

let locks = 0;

/**
 * Runs a task that writes into a run's folder, alone: two at once would mix their epochs.
 *
 * The lock names its process, so that the lock of a killed process is taken over at once. Libraries
 * that go by a lock's age cannot do that: they wait, and take a long training step for a death.
 *
 * @throws CliError `run-in-use` when another process, or this one, is at work there;
 *   `unreadable-file` for a `run.lock` that cannot be read
 */
export async function withRunLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  const file = join(path, LOCK_FILE);
  const own: Holder = { pid: process.pid, host: hostname() };
  // One folder may have several paths.
  const key = join(await realpath(path), LOCK_FILE);
  if (held.has(key)) throw inUse(path, file, own);
  held.add(key);
  try {
    await acquire(path, file, own);
    try {
      return await task();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    held.delete(key);
  }
}

async function acquire(path: string, file: string, own: Holder): Promise<void> {
  for (let tries = 0; !(await putNew(file, `${JSON.stringify(own)}\n`)); tries++) {
    const text = await readLock(file);
    if (tries === MOST_TRIES) throw inUse(path, file);
    // Gone meanwhile: the next try may get it.
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (!holder || !isDead(holder, own)) throw inUse(path, file, holder);
    await takeAway(file, text);
  }
}

/** What the lock says; undefined where it is gone. */
async function readLock(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError('unreadable-file', `${file} cannot be read: ${why}`, { cause });
  }
}

function inUse(path: string, file: string, holder?: Holder): CliError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new CliError(
    'run-in-use',
    `${path} is in use by ${who}; wait for its end, or, if it has ended, remove ${file}`,
  );
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
    if (errorCode(error) === 'EEXIST') return false;
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
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && 'host' in value)) return undefined;
    const { pid, host } = value;
    const isHolder = typeof pid === 'number' && Number.isInteger(pid) && typeof host === 'string';
    return isHolder ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a lock is that of a process which has ended. Of another machine nobody can say. */
function isDead({ pid, host }: Holder, own: Holder): boolean {
  if (host !== own.host) return false;
  // An earlier process had our number: this one knows the locks that it holds.
  if (pid === own.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return errorCode(error) !== 'EPERM';
  }
}
