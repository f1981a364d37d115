import { constants } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { CliError } from '../console/cli-error.ts';
import { kindOfFile } from './kind-of-file.ts';

/** Options of {@link readPlainFile}. */
export interface ReadPlainFileOptions {
  /** Bytes that the file may have. Default: 1 GiB. */
  most?: number;
  /** Whether a link to a plain file will do. Default true. */
  followLinks?: boolean;
  /** What of the file is read. Default: all of it. */
  read?: (handle: FileHandle, size: number) => Promise<Buffer>;
}

/** An hour and a half of two channels of 16 bits at 48 kHz; twice as many bytes become samples. */
const MOST_BYTES = 2 ** 30;

// Windows has neither.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * The bytes of a plain file. Nothing else is opened: a pipe would be waited for without end, and a
 * device may never end.
 *
 * @throws CliError `not-a-file` for anything else, `unreadable-file` for more bytes; the system's
 *   errors
 */
export async function readPlainFile(
  file: string,
  {
    most = MOST_BYTES,
    followLinks = true,
    read = (handle) => handle.readFile(),
  }: ReadPlainFileOptions = {},
): Promise<Buffer> {
  const { handle, size } = await openPlainFile(file, { followLinks });
  try {
    if (size > most) {
      const message = `${file} must have at most ${most} bytes, got ${size}`;
      throw new CliError('unreadable-file', message);
    }
    return await read(handle, size);
  } finally {
    await handle.close();
  }
}

/**
 * A plain file, open for reading, and its size; whoever calls closes it.
 *
 * @throws CliError `not-a-file` for anything else; the system's errors
 */
export async function openPlainFile(
  file: string,
  { followLinks = true }: Pick<ReadPlainFileOptions, 'followLinks'> = {},
): Promise<{ handle: FileHandle; size: number }> {
  const seen = await (followLinks ? stat(file) : lstat(file));
  if (!seen.isFile()) throw notPlain(file, kindOfFile(seen));
  const handle = await open(file, O_RDONLY | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW));
  try {
    const stats = await handle.stat();
    // Somebody may have put another thing there meanwhile.
    if (!stats.isFile()) throw notPlain(file, kindOfFile(stats));
    return { handle, size: stats.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function notPlain(file: string, kind: string): CliError {
  return new CliError('not-a-file', `${file} must be a plain file, got ${kind}`);
}
