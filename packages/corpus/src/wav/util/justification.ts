import type { ByteRange } from './riff-chunks.ts';

/** How samples of 24 bits stand in the file. */
export type Justification =
  /** Three bytes each. */
  | 'packed'
  /** In the upper three of four bytes; the lowest one is 0. */
  | 'left'
  /** In the lower three of four bytes; the uppermost one repeats the sign. */
  | 'right'
  /** As floats of 32 bits, up to 2^23. */
  | 'float';

/** The uppermost bytes of floats from 2 to 2^24, less the sign. */
const FIRST_EXPONENT = 0x40;
const LAST_EXPONENT = 0x4b;
/** The share of floats that have such a byte; of other samples, one in ten does. */
const MIN_FLOATS = 0.75;

/**
 * Finds out how samples of 24 bits stand in a file whose block align counts four bytes for each.
 * ALSA's `arecord` and Cool Edit make such headers, and writers with a wrong block align. Digital
 * silence is `'left'`.
 */
export function findJustification(
  bytes: Uint8Array,
  { offset, size }: ByteRange,
  littleEndian: boolean,
): Justification {
  // Samples that fill no whole words of four bytes have three.
  if (size % 4 !== 0 && size % 3 === 0) return 'packed';
  const lowest = littleEndian ? 0 : 3;
  const second = littleEndian ? 2 : 1;
  const end = offset + size - 3;
  let isLeft = true;
  let isRight = true;
  let words = 0;
  let floats = 0;
  for (let at = offset; at < end; at += 4) {
    const uppermost = bytes[at + 3 - lowest];
    if (bytes[at + lowest] !== 0) isLeft = false;
    if (uppermost !== (bytes[at + second] < 128 ? 0 : 255)) isRight = false;
    const exponent = uppermost & 0x7f;
    if (exponent >= FIRST_EXPONENT && exponent <= LAST_EXPONENT) floats++;
    words++;
  }
  if (isLeft) return 'left';
  if (isRight) return 'right';
  return floats > MIN_FLOATS * words ? 'float' : 'packed';
}
