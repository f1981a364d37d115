/** No file of a run nests so deep. */
const MOST_DEPTH = 100;

/** A list or an object takes more memory than so many bytes of text. */
const PART_BYTES = 16;
/** Lists and objects that may be short. */
const FREE_PARTS = 10_000;

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x5b, 0x5d];
/** `{` and `}` are `[` and `]` with this bit. */
const BRACE = 0x20;

/**
 * `JSON.parse` of bytes that a stranger may have written: it throws before a long or deeply nested
 * value fills the memory.
 *
 * @param most bytes that there may be
 */
export function parseJson(bytes: Uint8Array, most: number): unknown {
  if (bytes.length > most) {
    throw new Error(`it must have at most ${most} bytes, got ${bytes.length}`);
  }
  const mostParts = FREE_PARTS + bytes.length / PART_BYTES;
  let depth = 0;
  let parts = 0;
  let isText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isText && byte === BACKSLASH) i++;
    else if (byte === QUOTE) isText = !isText;
    else if (!isText && (byte & ~BRACE) === OPEN) {
      depth++;
      parts++;
    } else if (!isText && (byte & ~BRACE) === CLOSE) depth--;
    if (parts > mostParts) throw new Error('it holds too many lists and objects for its size');
    if (depth > MOST_DEPTH) throw new Error(`it must nest at most ${MOST_DEPTH} deep`);
  }
  return JSON.parse(new TextDecoder().decode(bytes));
}
