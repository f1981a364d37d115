import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../console/error-code.ts';
import { makeFolder } from '../data/make-folder.ts';
import { acquireRunLock, checkUnlocked, type RunLock, type RunLockOptions } from './run-lock.ts';

/** As long as a process takes to end that has lost the one that started it, and longer. */
const MOST_WAITING_MS = 20_000;
/** Between two looks. */
const PAUSE_MS = 100;

/** Options of {@link acquireFoldLock}. */
export interface FoldLockOptions {
  /** Whether this process, or the one that has started it, holds the cross-validation's own lock. */
  isGuarded: boolean;
  /** Ends the waiting. Default: none. */
  signal?: AbortSignal;
  /** Milliseconds to wait for a process that has the lock. Default 20,000. */
  patience?: number;
}

/**
 * Makes one run of a cross-validation this process' own, while other processes train others of its
 * runs. One that has just been left is waited for.
 *
 * @param folder the cross-validation's
 * @param key the run's folder in it
 * @throws CliError as `acquireRunLock`; `run-in-use` also while another process has the whole
 *   cross-validation. The signal's reason when aborted
 */
export function acquireFoldLock(
  folder: string,
  key: string,
  { isGuarded, signal, patience }: FoldLockOptions,
): Promise<RunLock> {
  const path = join(folder, key);
  return whenFree(
    async () => {
      await makeFolder(path);
      const lock = await acquireRunLock(path);
      try {
        // Whoever takes the whole looks for the locks of runs after that, so one of both gives way.
        if (!isGuarded) await checkUnlocked(folder);
        return lock;
      } catch (error) {
        await lock.release();
        throw error;
      }
    },
    { signal, patience },
  );
}

/**
 * The lock of a cross-validation's folder for a moment, while other processes train its runs.
 *
 * @throws CliError as `acquireRunLock`
 */
export function acquireSharedLock(folder: string, signal?: AbortSignal): Promise<RunLock> {
  const options: RunLockOptions = { isAlone: false };
  return whenFree(() => acquireRunLock(folder, options), { signal });
}

async function whenFree(
  acquire: () => Promise<RunLock>,
  {
    signal,
    patience = MOST_WAITING_MS,
  }: { signal?: AbortSignal | undefined; patience?: number | undefined },
): Promise<RunLock> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    signal?.throwIfAborted();
    try {
      return await acquire();
    } catch (error) {
      if (errorCode(error) !== 'run-in-use' || waited >= patience) throw error;
    }
    await wait(PAUSE_MS);
  }
}
