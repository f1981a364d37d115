import { readdir } from 'node:fs/promises';
import { RUN_FILES } from '@ser/experiment';
import { errorCode } from '../console/error-code.ts';
import { isTemporary, LOCK_FILE } from './leftovers.ts';

/** What stands in a folder that is to become a run's. */
export interface FolderContents {
  /** Its names, but for the lock. */
  others: string[];
  /** Whether a process has claimed it, and lives, or was killed before the work began. */
  isClaimed: boolean;
  /** Whether it holds anything that would be lost. */
  isBegun: boolean;
}

/**
 * Looks into a folder that is to become a run's. A lock, files that were being written, and a plan
 * beside either are what a process leaves that is killed while it claims the folder. A plan alone
 * is that of a run which was interrupted in time.
 */
export async function contentsOf(path: string): Promise<FolderContents> {
  const names = await readdir(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  });
  const others = names.filter((name) => name !== LOCK_FILE);
  const isClaimed = others.length < names.length || others.some(isTemporary);
  const isLeft = (name: string): boolean =>
    isTemporary(name) || (name === RUN_FILES.plan && isClaimed);
  return { others, isClaimed, isBegun: !others.every(isLeft) };
}
