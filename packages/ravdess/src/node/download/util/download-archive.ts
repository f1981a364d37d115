import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { whileHeld } from '@ser/internal';
import { RavdessError } from '../../../ravdess-error.ts';
import type { DownloadArchiveOptions } from '../download-options.ts';
import type { Archive } from './archives.ts';
import { fetchRemainder, type Transfer, TransferError } from './fetch-remainder.ts';
import { refuseLink } from './open-part.ts';
import { createProxiedFetch, type ProxiedFetch } from './proxied-fetch.ts';
import { type Wait, wait } from './wait.ts';
import { withFileErrors } from './with-file-errors.ts';

const ZENODO = 'https://zenodo.org/records/1188976/files';
/** Milliseconds between two tries, at most. */
const LONGEST_PAUSE = 60_000;
/** The part of an archive from which on a try that fails has brought something. */
const SUBSTANTIAL = 1 / 1000;

/**
 * Downloads one archive into a folder; see `download`.
 *
 * @param pause Called between two tries.
 * @param connect Gives the `fetch` that the archive comes through.
 */
export async function downloadArchive(
  archive: Archive,
  to: string,
  options: DownloadArchiveOptions,
  pause: Wait = wait,
  connect: typeof createProxiedFetch = createProxiedFetch,
): Promise<string> {
  const { baseUrl = ZENODO } = options;
  const url = `${baseUrl.replace(/\/$/, '')}/${archive.name}?download=1`;
  const proxied = await connect(url);
  try {
    return await downloadFrom({ ...proxied, url, pause }, archive, to, options);
  } finally {
    await proxied.close();
  }
}

async function downloadFrom(
  { url, fetch, proxy, pause }: ProxiedFetch & { url: string; pause: Wait },
  archive: Archive,
  to: string,
  {
    onProgress,
    signal,
    retries = 5,
    retryDelay = 1000,
    stallTimeout = 30_000,
  }: DownloadArchiveOptions,
): Promise<string> {
  const file = join(to, archive.name);
  const part = `${file}.part`;
  const transfer: Transfer = {
    url,
    fetch,
    part,
    size: archive.size,
    stallTimeout,
    signal,
    onReceived: (received) => onProgress?.({ file, received, total: archive.size }),
  };
  let failures = 0;
  let counted = 0;
  for (;;) {
    signal?.throwIfAborted();
    // The archive was there before, or another download has finished it.
    if ((await sizeOf(file)) === archive.size && (await md5(file)) === archive.md5) {
      transfer.onReceived(archive.size);
      return file;
    }
    for (const path of [file, part]) await refuseLink(path);
    try {
      await fetchRemainder(transfer);
      await accept(part, file, archive);
      return file;
    } catch (error) {
      signal?.throwIfAborted();
      if (RavdessError.isInstance(error)) throw error;
      const transferError = TransferError.isInstance(error) ? error : undefined;
      if (transferError?.corrupt) await discard(part);
      const received = await sizeOf(part);
      // Nothing is left of bytes that were wrong.
      counted = Math.min(counted, received);
      // A server that sends a byte a connection would be asked for ever.
      if (received - counted >= SUBSTANTIAL * archive.size) {
        failures = 0;
        counted = received;
      }
      failures++;
      if (failures > retries || transferError?.permanent) {
        const reason = error instanceof Error ? reasonOf(error) : String(error);
        throw new RavdessError(
          'failed-download',
          `download: ${transfer.url} must give ${archive.size} bytes, got: ${reason} ` +
            `(${proxy === undefined ? '' : `${proxy}, `}` +
            `try ${failures}, ${received} bytes are kept)`,
          { file, cause: error },
        );
      }
      const asked = transferError?.retryAfter ?? 0;
      const milliseconds = Math.max(retryDelay * 2 ** (failures - 1), asked);
      await pause(Math.min(milliseconds, LONGEST_PAUSE), signal).catch(() => {
        signal?.throwIfAborted();
      });
    }
  }
}

/** Renames a complete `part` to the archive's name, if its md5 is right. */
async function accept(part: string, file: string, archive: Archive): Promise<void> {
  const got = await md5(part);
  if (got === undefined) throw new TransferError('no file, another download has moved it');
  if (got !== archive.md5) {
    await discard(part);
    throw new TransferError(`the md5 must be ${archive.md5}, got ${got}`);
  }
  await withFileErrors(part, () =>
    whileHeld(() => rename(part, file), process).catch(unlessMissing),
  );
}

/** The message with that of its cause: `fetch` itself says no more than "fetch failed". */
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
  await withFileErrors(part, () => rm(part, { force: true }));
}

/** Undefined when there is no such file. */
async function md5(path: string): Promise<string | undefined> {
  const hash = createHash('md5');
  const read = async (): Promise<string> => {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  };
  return withFileErrors(path, () => read().catch(unlessMissing));
}

/** Undefined where the file is gone, because another download has renamed it. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
