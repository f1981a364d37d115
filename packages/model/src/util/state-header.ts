import { fingerprint } from './fingerprint.ts';

/** Bytes before the payload: the mark, the payload's length and its checksum, 4 bytes each. */
export const HEADER_BYTES = 12;

/**
 * First four bytes of a state, in the byte order of the machine. A machine of the other order,
 * which would read other numbers, sees another mark. The last digits are the format's version.
 */
export const STATE_MARK = 0x53455201;

/**
 * A hash of the payload. Missing bytes of the last four count as zeros.
 */
export function checksum(payload: Uint8Array): number {
  const words = new Float32Array(Math.ceil(payload.length / Float32Array.BYTES_PER_ELEMENT));
  new Uint8Array(words.buffer).set(payload);
  return fingerprint(words);
}
