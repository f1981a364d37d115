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
/** The bytes of a word. */
const WORD = 4;

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
  const finder = new JustificationFinder(littleEndian);
  finder.push(bytes.subarray(offset, offset + size));
  return finder.justification(size);
}

/** Looks at samples that come in parts. */
export class JustificationFinder {
  readonly #lowest: number;
  readonly #second: number;
  #isLeft = true;
  #isRight = true;
  #words = 0;
  #floats = 0;
  /** The bytes of a word whose end has not come. */
  readonly #rest = new Uint8Array(WORD);
  #restBytes = 0;

  constructor(littleEndian: boolean) {
    this.#lowest = littleEndian ? 0 : 3;
    this.#second = littleEndian ? 2 : 1;
  }

  /** Looks at the bytes that follow those before. */
  push(bytes: Uint8Array): void {
    let start = 0;
    if (this.#restBytes > 0) {
      start = Math.min(WORD - this.#restBytes, bytes.length);
      this.#rest.set(bytes.subarray(0, start), this.#restBytes);
      this.#restBytes += start;
      if (this.#restBytes < WORD) return;
      this.#count(this.#rest, 0, WORD);
    }
    const end = bytes.length - ((bytes.length - start) % WORD);
    this.#count(bytes, start, end);
    this.#rest.set(bytes.subarray(end));
    this.#restBytes = bytes.length - end;
  }

  #count(bytes: Uint8Array, start: number, end: number): void {
    const lowest = this.#lowest;
    const second = this.#second;
    for (let at = start; at < end; at += WORD) {
      const uppermost = bytes[at + 3 - lowest];
      if (bytes[at + lowest] !== 0) this.#isLeft = false;
      if (uppermost !== (bytes[at + second] < 128 ? 0 : 255)) this.#isRight = false;
      const exponent = uppermost & 0x7f;
      if (exponent >= FIRST_EXPONENT && exponent <= LAST_EXPONENT) this.#floats++;
      this.#words++;
    }
  }

  /** @param size The bytes of all samples, Infinity where that is not known. */
  justification(size: number): Justification {
    // Samples that fill no whole words of four bytes have three.
    if (size % WORD !== 0 && size % 3 === 0) return 'packed';
    if (this.#isLeft) return 'left';
    if (this.#isRight) return 'right';
    return this.#floats > MIN_FLOATS * this.#words ? 'float' : 'packed';
  }
}
