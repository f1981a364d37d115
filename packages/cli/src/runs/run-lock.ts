import { randomBytes } from 'node:crypto';
import { link, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';
import { readPlainFile } from '../data/read-plain-file.ts';
import { checkNoLink, checkPlainFolder } from './check-plain-folder.ts';
import { LOCK_FILE, removeLeftovers, TAKEOVER_FILE } from './leftovers.ts';
import { isDead, type LockHolder, ownHolder, parseHolder } from './lock-holder.ts';

/** The lock of a run's folder, which this process holds. */
export interface RunLock {
  /** Lets go of the folder. A second call does nothing. */
  release(): Promise<void>;
}

/** A process that has lost the one which started it ends after the step at hand. */
const MOST_ENDING_MS = 2000;
/** Between two looks. */
const PAUSE_MS = 100;

/** Options of {@link acquireRunLock}. */
export interface RunLockOptions {
  /**
   * Whether no other process may train a run below the folder meanwhile; then what killed processes
   * have left there is removed. Default true.
   */
  isAlone?: boolean;
}

/** Tries to get a lock that others take and leave all the time. */
const MOST_TRIES = 100;

/** A lock has some sixty bytes; whatever is much larger is none. */
const MOST_BYTES = 4096;

/** The lock files of this process, those that it is trying to get among them. */
const held = new Set<string>();

/**
 * Makes a run's folder this process' own until it lets go: two at once would mix their epochs. What
 * killed processes were writing there is removed.
 *
 * The lock names its process, so that the lock of a killed process is taken over at once. Libraries
 * that go by a lock's age cannot do that: they wait, and take a long training step for a death.
 *
 * @throws CliError `run-in-use` when another process, or this one, is at work there; `not-a-file`
 *   for a `run.lock` that is no plain file, `unreadable-file` for one that cannot be read;
 *   `unwritable-path` for a folder that is a symbolic link or holds one; the system's errors
 */
export async function acquireRunLock(
  path: string,
  { isAlone = true }: RunLockOptions = {},
): Promise<RunLock> {
  await checkNoLink(path);
  const file = join(path, LOCK_FILE);
  // One folder may have several paths.
  const key = join(await realpath(path), LOCK_FILE);
  if (held.has(key)) throw inUse(path, file, ownHolder());
  held.add(key);
  try {
    await acquire(path, file);
  } catch (error) {
    held.delete(key);
    throw error;
  }
  let isHeld = true;
  const release = async (): Promise<void> => {
    if (!isHeld) return;
    isHeld = false;
    await rm(file, { force: true });
    held.delete(key);
  };
  try {
    if (isAlone) {
      await checkPlainFolder(path);
      await unlockBelow(path);
      await removeLeftovers(path);
    }
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function acquire(path: string, file: string): Promise<void> {
  for (let tries = 0; !(await putNew(file, `${JSON.stringify(ownHolder())}\n`)); tries++) {
    const text = await readLock(file);
    if (tries === MOST_TRIES) throw inUse(path, file);
    // Gone meanwhile: the next try may get it.
    if (text === undefined) continue;
    if (!isDeadsLock(text)) throw inUse(path, file, parseHolder(text));
    await takeAway(path, text);
  }
}

/**
 * Checks that no other process has a folder's lock. That of a dead one counts for nothing.
 *
 * @throws CliError `run-in-use`
 */
export async function checkUnlocked(path: string): Promise<void> {
  const file = join(path, LOCK_FILE);
  const text = await readLock(file);
  if (text !== undefined && !isDeadsLock(text)) throw inUse(path, file, parseHolder(text));
}

/** Waits a moment for processes that end because the one is dead that had started them. */
async function checkLeft(folder: string): Promise<void> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return await checkUnlocked(folder);
    } catch (error) {
      if (errorCode(error) !== 'run-in-use' || waited >= MOST_ENDING_MS) throw error;
    }
    await wait(PAUSE_MS);
  }
}

/** Removes what dead processes have left of the locks of single runs; no live one may have any. */
async function unlockBelow(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(path, entry.name);
    await checkLeft(folder);
    await rm(join(folder, LOCK_FILE), { force: true });
  }
}

/** What the lock says; undefined where it is gone. */
async function readLock(file: string): Promise<string | undefined> {
  try {
    const bytes = await readPlainFile(file, { most: MOST_BYTES, followLinks: false });
    return bytes.toString('utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    if (CliError.isInstance(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError('unreadable-file', `${file} cannot be read: ${why}`, { cause });
  }
}

function inUse(path: string, file: string, holder?: LockHolder): CliError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new CliError(
    'run-in-use',
    `${path} is in use by ${who}; wait for its end, or, if it has ended, remove ${file}`,
  );
}

/** Makes a file with its content at once; false when there is one, or another process is faster. */
async function putNew(file: string, text: string): Promise<boolean> {
  const temporary = temporaryName(file);
  await writeFile(temporary, text, { flag: 'wx' });
  try {
    // A link fails where a file is; a rename would replace it.
    await link(temporary, file);
    return true;
  } catch (error) {
    // Who has got the lock meanwhile clears away what looks left over.
    if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Removes the lock of a dead process. One process at a time may do so, the one that has made the
 * file of takeovers: what it sees stays while it looks, so that it takes no lock away that another
 * process has made meanwhile.
 */
async function takeAway(path: string, text: string): Promise<void> {
  const file = join(path, LOCK_FILE);
  const takeover = join(path, TAKEOVER_FILE);
  if (!(await putNew(takeover, `${JSON.stringify(ownHolder())}\n`))) {
    // It was killed while it took over.
    const other = await readLock(takeover);
    if (other !== undefined && isDeadsLock(other)) await rm(takeover, { force: true });
    return;
  }
  try {
    if ((await readLock(file)) === text && isDeadsLock(text)) await rm(file, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

function isDeadsLock(text: string): boolean {
  const holder = parseHolder(text);
  return holder !== undefined && isDead(holder);
}

/** A name that nobody can guess: a file or a link may lie in wait where one can. */
function temporaryName(file: string): string {
  return `${file}.${randomBytes(8).toString('hex')}.tmp`;
}
