import { asciiAt } from './ascii-at.ts';

/** The bytes of a file, in memory or as far as they have come. */
export interface FileBytes {
  /** How many bytes the file has; Infinity while more may come. */
  readonly length: number;
  /** `count` bytes from `start` on; fewer where the file ends before. */
  slice(start: number, count: number): Uint8Array;
  /**
   * Whether the file has `end` bytes or more. A file that is still coming may take `guess` for the
   * answer, when too many bytes would have to be waited for.
   */
  reaches(end: number, guess: boolean): boolean;
  /** Whether nothing but zeros stands from `start` to the end. */
  isZeroFrom(start: number): boolean;
  /** Sees to it that `length` is known. */
  waitForEnd(): void;
}

/** A file of which all bytes are there. */
export function wholeFile(bytes: Uint8Array): FileBytes {
  const { length } = bytes;
  return {
    length,
    slice: (start, count) => bytes.subarray(start, start + count),
    reaches: (end) => end <= length,
    isZeroFrom(start) {
      let end = length;
      while (end > start && bytes[end - 1] === 0) end--;
      return end <= start;
    },
    waitForEnd() {},
  };
}

/** `length` bytes from `at` on, each as the character of its number; fewer at the end. */
export function textAt(file: FileBytes, at: number, length: number): string {
  return asciiAt(file.slice(at, length), 0, length);
}

/** The number in the four bytes at `at`, all of which must be there. */
export function u32At(file: FileBytes, at: number, littleEndian: boolean): number {
  const bytes = file.slice(at, 4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, littleEndian);
}
