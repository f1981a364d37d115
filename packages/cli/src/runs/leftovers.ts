import { readFile, rm } from 'node:fs/promises';
import { isTemporaryFile } from '@ser/model/node';
import { entriesBelow } from './entries-below.ts';
import { isDead, ownHolder, parseHolder } from './lock-holder.ts';

/** The lock of a run's folder. */
export const LOCK_FILE = 'run.lock';
/** Made by a process while it removes the lock of a dead one. */
export const TAKEOVER_FILE = 'run.lock.takeover';

/** Names as earlier versions made them, with their process: `X.<pid>-<n>.tmp`, `plan.<pid>.tmp`. */
const OLD_TEMPORARY = /\.(\d+)[.-]\d+\.tmp$|^plan\.(\d+)\.tmp$/;

/** Whether a name is that of a file which was being written. */
export function isTemporary(name: string): boolean {
  return name === TAKEOVER_FILE || isTemporaryFile(name) || OLD_TEMPORARY.test(name);
}

/**
 * Removes files that killed processes were writing, from a run's folder and from those of its
 * folds. Whoever calls it holds the folder's lock, so that no other process writes there but for
 * those which try to get the lock.
 */
export async function removeLeftovers(path: string): Promise<void> {
  for await (const { file, entry } of entriesBelow(path)) {
    if (!entry.isFile() || !isTemporary(entry.name)) continue;
    if (!(await isOfLiveProcess(file, entry.name))) await rm(file, { force: true });
  }
}

async function isOfLiveProcess(file: string, name: string): Promise<boolean> {
  const [, pid, planPid = pid] = OLD_TEMPORARY.exec(name) ?? [];
  if (planPid !== undefined) return !isDead({ ...ownHolder(), pid: Number(planPid) });
  if (!name.startsWith(`${LOCK_FILE}.`)) return false;
  const holder = parseHolder(await readFile(file, 'utf8').catch(() => ''));
  return holder !== undefined && !isDead(holder);
}
