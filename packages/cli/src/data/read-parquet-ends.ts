import type { FileHandle } from 'node:fs/promises';

/** As much of its beginning as its format can be told by. */
const HEAD_BYTES = 4096;
/** The length of the footer in four bytes, and the magic. */
const TAIL_BYTES = 8;

/**
 * The beginning and the footer of a Parquet file, in as many bytes as the file has. What stands
 * between them is zeros, which take up no memory until somebody touches them. A file that is no
 * Parquet may come whole.
 */
export async function readParquetEnds(handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  await fill(handle, bytes, 0, Math.min(HEAD_BYTES, size));
  if (size < HEAD_BYTES) return bytes;
  await fill(handle, bytes, size - TAIL_BYTES, size);
  const footer = bytes.readUInt32LE(size - TAIL_BYTES) + TAIL_BYTES;
  await fill(handle, bytes, Math.max(0, size - footer), size);
  return bytes;
}

async function fill(handle: FileHandle, bytes: Buffer, start: number, end: number): Promise<void> {
  for (let at = start; at < end; ) {
    const { bytesRead } = await handle.read(bytes, at, end - at, at);
    // Somebody has cut it short meanwhile.
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}
