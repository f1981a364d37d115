import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { listEntries } from './list-entries.ts';

/** What a cache holds. */
export interface CacheContents {
  entries: number;
  /** What they take of the disk. */
  bytes: number;
  /** When the entry that was used longest ago was used, in milliseconds since 1970; null: none. */
  oldest: number | null;
}

/** Counts the entries of a cache. */
export async function cacheContents(folder: string): Promise<CacheContents> {
  const contents: CacheContents = { entries: 0, bytes: 0, oldest: null };
  for await (const { bytes, usedAt, isEntry } of listEntries(folder)) {
    contents.bytes += bytes;
    if (!isEntry) continue;
    contents.entries++;
    contents.oldest = Math.min(contents.oldest ?? usedAt, usedAt);
  }
  return contents;
}

/** Removes all entries, and nothing that somebody else has put into the folder. */
export async function emptyCache(folder: string): Promise<CacheContents> {
  const contents = await cacheContents(folder);
  const folders = new Set<string>();
  for await (const { path } of listEntries(folder)) {
    await rm(path, { force: true });
    folders.add(dirname(path));
  }
  // One that a process has just written into stays.
  for (const own of folders) await rmdir(own).catch(() => {});
  return contents;
}
