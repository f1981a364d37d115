import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RavdessError } from '../../ravdess-error.ts';
import type { Archive } from './archives.ts';
import { fetchRest, type Transfer, TransferError } from './fetch-rest.ts';
import { fileSystem } from './file-system.ts';

const ZENODO = 'https://zenodo.org/records/1188976/files';
const LONGEST_PAUSE = 60_000;

export interface DownloadProgress {
  file: string;
  /** Bytes on disk, those of an earlier try included. */
  received: number;
  total: number;
}

export interface DownloadArchiveOptions {
  onProgress?: (progress: DownloadProgress) => void;
  /** Stops the download; what has come is kept for the next one. */
  signal?: AbortSignal;
  /** Where the archives lie: a mirror's address. Zenodo's unless given. */
  baseUrl?: string;
  /** How many tries in a row may fail without a new byte; 5 unless given. */
  retries?: number;
  /**
   * Milliseconds before the second try, 1000 unless given; each further pause is twice as long, up
   * to a minute.
   */
  retryDelay?: number;
  /** Milliseconds without a byte after which a connection is given up; 30,000 unless given. */
  stallTimeout?: number;
}

/** Downloads one archive into a folder; see `download`. */
export async function downloadArchive(
  archive: Archive,
  to: string,
  {
    onProgress,
    signal,
    baseUrl = ZENODO,
    retries = 5,
    retryDelay = 1000,
    stallTimeout = 30_000,
  }: DownloadArchiveOptions,
): Promise<string> {
  const file = join(to, archive.name);
  const part = `${file}.part`;
  const transfer: Transfer = {
    url: `${baseUrl.replace(/\/$/, '')}/${archive.name}?download=1`,
    part,
    size: archive.size,
    stallTimeout,
    signal,
    onReceived: (received) => onProgress?.({ file, received, total: archive.size }),
  };
  let failures = 0;
  let furthest = await sizeOf(part);
  for (;;) {
    signal?.throwIfAborted();
    // There before, or put there meanwhile by another download.
    if ((await sizeOf(file)) === archive.size && (await md5(file)) === archive.md5) {
      transfer.onReceived(archive.size);
      return file;
    }
    try {
      await fetchRest(transfer);
      await accept(part, file, archive);
      return file;
    } catch (error) {
      signal?.throwIfAborted();
      if (RavdessError.isInstance(error)) throw error;
      const transferError = error instanceof TransferError ? error : undefined;
      if (transferError?.spoilt) await discard(part);
      const reached = await sizeOf(part);
      if (reached > furthest) failures = 0;
      furthest = Math.max(furthest, reached);
      failures++;
      if (failures > retries || transferError?.final) {
        const reason = error instanceof Error ? reasonOf(error) : String(error);
        throw new RavdessError(
          'download-failed',
          `download: ${transfer.url} must give ${archive.size} bytes, got: ${reason} ` +
            `(try ${failures}, ${reached} bytes are kept)`,
          { file, cause: error },
        );
      }
      const pause = Math.max(retryDelay * 2 ** (failures - 1), transferError?.retryAfter ?? 0);
      await delay(Math.min(pause, LONGEST_PAUSE), undefined, { signal }).catch(() => {
        signal?.throwIfAborted();
      });
    }
  }
}

/** Gives a finished `part` the archive's name, if it is the archive. */
async function accept(part: string, file: string, archive: Archive): Promise<void> {
  const got = await md5(part);
  if (got === undefined) throw new TransferError('no file, another download has moved it');
  if (got !== archive.md5) {
    await discard(part);
    throw new TransferError(`the md5 must be ${archive.md5}, got ${got}`);
  }
  await fileSystem(part, () => rename(part, file).catch(unlessMissing));
}

/** `fetch` only says "fetch failed"; its cause says why. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}, ${error.cause.message}` : error.message;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0; // not there yet
  }
}

async function discard(part: string): Promise<void> {
  await fileSystem(part, () => rm(part, { force: true }));
}

/** Undefined when there is no such file. */
async function md5(path: string): Promise<string | undefined> {
  const hash = createHash('md5');
  const read = async (): Promise<string> => {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  };
  return fileSystem(path, () => read().catch(unlessMissing));
}

/** Another download of the same archive may have renamed it under our hands. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
