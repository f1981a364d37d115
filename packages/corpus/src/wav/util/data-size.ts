import type { FileBytes } from './file-bytes.ts';
import { areChunks } from './next-chunk.ts';
import type { WavReporter } from './wav-reporter.ts';

/** What a file says of the size of its samples. */
export interface DataSizeClaims {
  /** Where the samples start. */
  offset: number;
  /** The size in the chunk "data". */
  size: number;
  /** The size in "ds64". Default: none. */
  size64?: number;
  /** Whether the file is RF64 or BW64, whose "ds64" counts. */
  isRf64: boolean;
  /** Where the file ends by the size in its first bytes. */
  riffEnd: number;
  littleEndian: boolean;
  truncated: 'error' | 'read';
}

/** The size in "data" that points to "ds64", and which a writer to a pipe leaves. */
const UNKNOWN_SIZE = 2 ** 32 - 1;
/** The bytes of a header that a writer may have taken from, or added to, a size that means none. */
const HEADER_SLACK = 2 ** 16;

/**
 * How many bytes of samples are read. Where sizes contradict each other, that which the file holds
 * is taken: first that of "ds64" in RF64, then that of "data", then the one in the file's first
 * bytes. A file that ends before all of them is cut; one that is still coming is believed, and a
 * size that was never filled in is Infinity there.
 */
export function dataSize(
  file: FileBytes,
  claims: DataSizeClaims,
  { fail, note }: WavReporter,
): number {
  const { offset, size: size32, size64, isRf64, riffEnd, littleEndian, truncated } = claims;
  const present = file.length - offset;
  let size = size32;
  if (size64 !== undefined && size64 !== size32) {
    const fits = size32 > 0 && size32 <= present;
    if (size32 === UNKNOWN_SIZE || (isRf64 && (file.reaches(offset + size64, true) || !fits)))
      size = size64;
    if (isRf64 && size32 !== UNKNOWN_SIZE) {
      note('wrong-data-size', `must have ${size64} bytes in "data" as in "ds64"`, size32);
    }
  }
  const isZero = size === 0 && present > 0 && !areChunks(file, offset, littleEndian);
  if (isZero || (size > present && isUnfilled(size))) {
    const got = `${size}: they are read to the end of the file, ${present} bytes`;
    note('unfilled-size', 'must have the size of its samples in its chunk "data"', got);
    return present;
  }
  if (size <= present) return size;
  const expected = `must have ${size} bytes in its chunk "data"`;
  if (riffEnd === file.length) {
    note('wrong-data-size', expected, `${present} to the end that its size of RIFF says`);
    return present;
  }
  if (truncated === 'error') fail('truncated-wav', expected, present);
  note('truncated-wav', expected, present);
  return present;
}

/**
 * Whether a size that the file does not reach is what writers put in place of one that they do not
 * know: the largest number of 32 bits, signed or not, less a header or rounded to a block.
 */
function isUnfilled(size: number): boolean {
  const near = (limit: number): boolean => Math.abs(size - limit) <= HEADER_SLACK;
  return near(2 ** 32) || near(2 ** 31);
}
