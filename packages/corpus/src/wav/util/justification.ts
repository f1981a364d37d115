import type { ByteRange } from './riff-chunks.ts';

/** How samples of 24 bits stand in the file. */
export type Justification =
  /** Three bytes each. */
  | 'packed'
  /** In the upper three of four bytes; the lowest one is 0. */
  | 'left'
  /** In the lower three of four bytes; the uppermost one repeats the sign. */
  | 'right';

/**
 * Finds out how samples of 24 bits stand in a file whose block align counts four bytes for each.
 * Cool Edit, ALSA's `arecord` and writers with a wrong block align all make such headers. Digital
 * silence is `'left'`.
 */
export function findJustification(
  bytes: Uint8Array,
  { offset, size }: ByteRange,
  littleEndian: boolean,
): Justification {
  const lowest = littleEndian ? 0 : 3;
  const second = littleEndian ? 2 : 1;
  const end = offset + size - 3;
  // Samples that fill no whole words of four bytes are none.
  const areWords = size % 4 === 0 || size % 3 !== 0;
  let isLeft = areWords;
  let isRight = areWords;
  for (let at = offset; at < end && (isLeft || isRight); at += 4) {
    if (bytes[at + lowest] !== 0) isLeft = false;
    const sign = bytes[at + second] < 128 ? 0 : 255;
    if (bytes[at + 3 - lowest] !== sign) isRight = false;
  }
  if (isLeft) return 'left';
  return isRight ? 'right' : 'packed';
}
