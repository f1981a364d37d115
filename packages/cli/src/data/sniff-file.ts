import { open } from 'node:fs/promises';
import { type SniffedFormat, sniffFormat } from '@ser/corpus';

/** As much of a file as its format can be told by. */
const HEAD_BYTES = 4096;

/** What a plain file is by its first bytes, whatever its name is. */
export async function sniffFile(file: string): Promise<SniffedFormat> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return sniffFormat(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
