import { BOUNDS } from './bounds.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{`. */
const OPENING = new Set([0x5b, 0x7b]);
/** `]` and `}`. */
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Counts the lists and objects of JSON before it is parsed: an empty one has three bytes, and takes
 * twenty times as many when it is parsed.
 *
 * @throws {RangeError} for more of them than `BOUNDS` allows, or for deeper ones.
 */
export function checkJsonSize(bytes: Uint8Array): void {
  let depth = 0;
  let containers = 0;
  let isText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isText) {
      // What is escaped ends no text.
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (OPENING.has(byte)) {
      containers++;
      depth++;
      if (depth > BOUNDS.depth) throw new RangeError(`it is nested deeper than ${BOUNDS.depth}`);
      if (containers > BOUNDS.containers) {
        throw new RangeError(`it has more than ${BOUNDS.containers} lists and objects`);
      }
    } else if (CLOSING.has(byte)) depth--;
  }
}
