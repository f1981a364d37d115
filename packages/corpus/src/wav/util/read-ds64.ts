import type { FileBytes } from './file-bytes.ts';

/** Where ds64 has the sizes of the file and of the samples. */
const FILE_SIZE_OFFSET = 0;
const DATA_SIZE_OFFSET = 8;

/** The bytes that both take. */
const DS64_BYTES = 16;

/** The sizes of 64 bits that an RF64 file has in place of those of 32. */
export interface Ds64 {
  /** Bytes of the file but for the first eight. */
  fileSize: number;
  /** Bytes of the samples; undefined where they were never filled in. */
  dataSize?: number;
}

/** Reads the chunk `ds64`, which has 16 bytes or more from `offset` on. EBU Tech 3306. */
export function readDs64(file: FileBytes, offset: number, littleEndian: boolean): Ds64 {
  const bytes = file.slice(offset, DS64_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, DS64_BYTES);
  // Not exact beyond 2^53 bytes; no file is that long.
  const long = (where: number): number => Number(view.getBigUint64(where, littleEndian));
  const samples = long(DATA_SIZE_OFFSET);
  const isFilled = samples > 0 && Number.isSafeInteger(samples);
  return { fileSize: long(FILE_SIZE_OFFSET), dataSize: isFilled ? samples : undefined };
}
