import { Gunzip, gunzipSync } from 'fflate';
import { Output } from './output.ts';

/** Deflate unpacks a byte to 1032 at most, so that a piece of this size cannot fill the memory. */
const PIECE = 4096;
/** What is not larger is unpacked at once, into memory that does not grow. */
const SMALL = 2 ** 24;

/** Unpacks gzip, and throws as soon as more than `length` bytes come out. */
export function inflate(packed: Uint8Array, length: number): Uint8Array {
  if (packed.length <= SMALL) {
    // One byte more shows that there are too many.
    const page = gunzipSync(packed, { out: new Uint8Array(length + 1) });
    if (page.length === length) return page;
  }
  const output = new Output(length);
  const gunzip = new Gunzip((bytes) => output.push(bytes));
  for (let start = 0; start < packed.length; start += PIECE) {
    const end = start + PIECE;
    gunzip.push(packed.subarray(start, end), end >= packed.length);
  }
  return output.whole();
}
