import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExampleSource } from '@ser/model';
import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** A file without a name, which holds rows of numbers. */
export interface RowFile extends ExampleSource {
  /** Gives its space back. A second call does nothing. */
  close(): Promise<void>;
}

/** A {@link RowFile} that is being written. */
export interface RowFileWriter {
  /** Appends whole rows. */
  add(rows: Float32Array): Promise<void>;
  /** What has been written, to be read from. */
  finish(): RowFile;
  /** Gives the space back of what has been written. */
  discard(): Promise<void>;
}

/**
 * Begins a scratch file of rows in a folder: 32 bits a number, row after row, in the machine's
 * order of bytes. Its name goes as soon as it is open, so that its space is free again once the
 * process has ended, however it ends. (Where the system keeps the name of an open file it goes when
 * the file is closed; should the process be killed before, it is one of those that a run's folder
 * is rid of when the run goes on.)
 *
 * @param folder Where space is.
 * @param rows How many there will be, and how many numbers each has.
 * @throws CliError `unwritable-path` where no file can be made, or its space is not there
 */
export async function createRowFile(
  folder: string,
  { length, size }: Pick<ExampleSource, 'length' | 'size'>,
): Promise<RowFileWriter> {
  const bytes = length * size * FLOAT_BYTES;
  await checkSpace(folder, bytes);
  // A name that nobody can guess, as a file that is written before it is renamed.
  const path = join(folder, `rows.f32.${randomBytes(8).toString('hex')}.tmp`);
  const handle = await open(path, 'wx+').catch((cause: unknown) => {
    throw unwritable(folder, bytes, cause);
  });
  let name: string | undefined = path;
  const removeName = async (): Promise<void> => {
    await rm(path, { force: true }).then(
      () => {
        name = undefined;
      },
      // Windows may keep it until the file is closed.
      () => {},
    );
  };
  await removeName();
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
    if (name !== undefined) await removeName();
  };
  let written = 0;
  return {
    async add(rows) {
      try {
        await writeAll(handle, bytesOf(rows), written * FLOAT_BYTES);
      } catch (cause) {
        throw unwritable(folder, bytes, cause);
      }
      written += rows.length;
    },
    finish: () => ({
      length: written / size,
      size,
      read: (indices, into) => readRows(handle, folder, size, { indices, into }),
      close,
    }),
    discard: close,
  };
}

/** Reads rows, those that follow each other at once. */
async function readRows(
  handle: FileHandle,
  folder: string,
  size: number,
  { indices, into }: { indices: Int32Array; into: Float32Array },
): Promise<void> {
  const rowBytes = size * FLOAT_BYTES;
  const bytes = bytesOf(into);
  const reads: Promise<void>[] = [];
  for (let start = 0; start < indices.length; ) {
    let end = start + 1;
    while (end < indices.length && indices[end] === indices[end - 1] + 1) end++;
    const part = bytes.subarray(start * rowBytes, end * rowBytes);
    reads.push(readAll(handle, part, indices[start] * rowBytes, folder));
    start = end;
  }
  // Not the first that fails alone: nothing is read into the memory of somebody who has gone on.
  const settled = await Promise.allSettled(reads);
  for (const each of settled) if (each.status === 'rejected') throw each.reason;
}

async function readAll(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
  folder: string,
): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, position + at);
    if (bytesRead === 0) {
      const message = `${folder}: the file in which the table's rows were kept was cut short`;
      throw new CliError('unreadable-file', message);
    }
    at += bytesRead;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

/** Says that a disk is too small before minutes are spent on filling it. */
async function checkSpace(folder: string, bytes: number): Promise<void> {
  // Not every system can tell.
  const space = await statfs(folder).catch(() => undefined);
  const free = space && space.bavail * space.bsize;
  if (!free || free >= bytes) return;
  throw unwritable(folder, bytes, new Error(`${megabytes(free)} are free`));
}

function unwritable(folder: string, bytes: number, cause: unknown): CliError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const code = errorCode(cause);
  return new CliError(
    'unwritable-path',
    `${folder}: the rows of the table take ${megabytes(bytes)} there while they train: ${why}`,
    {
      hint:
        code === undefined || code === 'ENOSPC' || code === 'EDQUOT'
          ? 'Free space, name another folder (--out), or let more of the memory be used ($SER_TABLE_MEMORY).'
          : undefined,
      cause,
    },
  );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

function bytesOf(x: Float32Array): Uint8Array {
  return new Uint8Array(x.buffer, x.byteOffset, x.byteLength);
}
