import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../console/error-code.ts';

/** A file of the cache. */
export interface CacheFile {
  path: string;
  /** What it takes of the disk, in whole blocks. */
  bytes: number;
  /** When it was written or read last, in milliseconds since 1970. */
  usedAt: number;
  /** Whether it is an entry; else it is what a process was writing, or is. */
  isEntry: boolean;
}

/** Folders of entries are named after the first two digits of the keys. */
const FOLDER = /^[\da-f]{2}$/;
const ENTRY = /^[\da-f]{62}$/;
const TEMPORARY = /^[\da-f]{62}\.[\da-f]{16}\.tmp$/;
const BLOCK = 4096;
/** Files that are looked at together: a disk of a cluster is far away. */
const TOGETHER = 64;

/** Where the entry of a key lies: folders of some thousand files are quick everywhere. */
export function entryPath(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key.slice(2));
}

/** All files of the cache; what others have put into its folder is none. */
export async function* listEntries(folder: string): AsyncGenerator<CacheFile> {
  for (const own of (await namesIn(folder)).filter((name) => FOLDER.test(name)).sort()) {
    const names = (await namesIn(join(folder, own))).filter(
      (name) => ENTRY.test(name) || TEMPORARY.test(name),
    );
    for (let start = 0; start < names.length; start += TOGETHER) {
      const files = names.slice(start, start + TOGETHER).map((name) => look(folder, own, name));
      for (const file of await Promise.all(files)) if (file) yield file;
    }
  }
}

async function look(folder: string, own: string, name: string): Promise<CacheFile | undefined> {
  const path = join(folder, own, name);
  // Another process may have removed it meanwhile.
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  const bytes = BLOCK * Math.ceil(stats.size / BLOCK);
  return { path, bytes, usedAt: stats.mtimeMs, isEntry: ENTRY.test(name) };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(errorCode(error)))) return [];
    throw error;
  }
}
