/** No file of a run nests so deep. */
const MOST_DEPTH = 100;

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
  let depth = 0;
  let isText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isText && byte === BACKSLASH) i++;
    else if (byte === QUOTE) isText = !isText;
    else if (!isText && (byte & ~BRACE) === OPEN) depth++;
    else if (!isText && (byte & ~BRACE) === CLOSE) depth--;
    if (depth > MOST_DEPTH) throw new Error(`it must nest at most ${MOST_DEPTH} deep`);
  }
  return JSON.parse(new TextDecoder().decode(bytes));
}
