import { rm } from 'node:fs/promises';
import { type CacheFile, listEntries } from './list-entries.ts';

/** Below the limit by so much, so that not each entry that comes drives out another. */
const ROOM = 0.1;
/** A file that nobody has written to for an hour is of a process that was killed. */
const LEFT_AFTER = 3_600_000;

/** What {@link makeRoom} may remove. */
export interface MakeRoomOptions {
  /** Bytes that the cache may have. */
  limit: number;
  /** Bytes that are to come. */
  needed: number;
  /** What was used since then stays, in milliseconds since 1970. */
  since: number;
  /** Default: now. */
  now?: number;
}

/**
 * Where entries would take more than the limit, removes those that were used longest ago until
 * there is some room. What this run has used stays: else a corpus larger than the cache would drive
 * out its own entries, each before the next run asks for it.
 *
 * @returns bytes of all entries that are left
 */
export async function makeRoom(
  folder: string,
  { limit, needed, since, now = Date.now() }: MakeRoomOptions,
): Promise<number> {
  let total = 0;
  const files: CacheFile[] = [];
  for await (const file of listEntries(folder)) {
    if (!file.isEntry && now - file.usedAt > LEFT_AFTER) {
      await rm(file.path, { force: true });
      continue;
    }
    total += file.bytes;
    // A time to come is of a clock that was wrong, and says nothing.
    const usedAt = file.usedAt > now + LEFT_AFTER ? 0 : file.usedAt;
    if (file.isEntry && usedAt < since) files.push({ ...file, usedAt });
  }
  if (total + needed <= limit) return total;
  files.sort((a, b) => a.usedAt - b.usedAt);
  for (const { path, bytes } of files) {
    if (total + needed <= (1 - ROOM) * limit) break;
    await rm(path, { force: true });
    total -= bytes;
  }
  return total;
}
