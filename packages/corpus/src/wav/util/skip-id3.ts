import { type FileBytes, textAt } from './file-bytes.ts';

/** A tag's header: "ID3", two bytes of version, one of flags, four of size. A footer is as long. */
const HEADER_BYTES = 10;
const FLAGS_OFFSET = 5;
const SIZE_OFFSET = 6;
const HAS_FOOTER = 0x10;
/** More than any program writes. */
const MAX_TAGS = 100;

/**
 * Where the file begins behind its ID3v2 tags, which some programs put before every kind of sound;
 * 0 where there is none, and beyond the end of a file that is cut in a tag.
 */
export function skipId3(file: FileBytes): number {
  let at = 0;
  for (let tags = 0; tags < MAX_TAGS && textAt(file, at, 3) === 'ID3'; tags++) {
    const header = file.slice(at, HEADER_BYTES);
    if (header.length < HEADER_BYTES) break;
    // Seven bits a byte, so that no byte of a tag looks like MP3.
    const size = header.subarray(SIZE_OFFSET).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
    const footer = (header[FLAGS_OFFSET] & HAS_FOOTER) === 0 ? 0 : HEADER_BYTES;
    at += HEADER_BYTES + size + footer;
  }
  return at;
}
