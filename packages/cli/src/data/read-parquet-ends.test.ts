import { type FileHandle, open } from 'node:fs/promises';
import { readParquetExtractor, writeParquet } from '@ser/experiment';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { readParquetEnds } from './read-parquet-ends.ts';

const sandbox = sandboxPerTest();

/** What it makes of a file, and how many bytes of it were read. */
async function endsOf(content: Uint8Array): Promise<{ bytes: Buffer; read: number }> {
  sandbox.put('a', content);
  const handle = await open(`${sandbox.folder}/a`);
  let read = 0;
  const counted = {
    // At most a thousand bytes at once, as a network's file system may give.
    async read(buffer: Buffer, offset: number, length: number, position: number) {
      const result = await handle.read(buffer, offset, Math.min(1000, length), position);
      read += result.bytesRead;
      return result;
    },
  };
  try {
    const bytes = await readParquetEnds(counted as unknown as FileHandle, content.length);
    return { bytes, read };
  } finally {
    await handle.close();
  }
}

it('reads a small part of a table, which says what its features are', async () => {
  const table = syntheticTable();
  const content = writeParquet(table);
  const { bytes, read } = await endsOf(content);
  expect(bytes).toHaveLength(content.length);
  expect(read).toBeLessThan(content.length / 2);
  expect(await readParquetExtractor('a', bytes)).toEqual(table.extractor);
  const footer = content.length - 8 - Buffer.from(content).readUInt32LE(content.length - 8);
  expect(bytes.subarray(0, 4096)).toEqual(Buffer.from(content.subarray(0, 4096)));
  expect(bytes.subarray(footer)).toEqual(Buffer.from(content.subarray(footer)));
  expect(bytes.subarray(4096, footer).every((byte) => byte === 0)).toBe(true);
});

it.each([0, 1, 7, 8, 4095])('reads a file of %d bytes whole', async (length) => {
  const content = Buffer.alloc(length, 'x');
  expect((await endsOf(content)).bytes).toEqual(content);
});

it('reads no more than the file where its length of the footer is none', async () => {
  const content = Buffer.alloc(5000, 0xff);
  expect((await endsOf(content)).bytes).toEqual(content);
});
