import { checkBytes } from './check-bytes.ts';

/**
 * The SHA-256 of bytes, as a saved classifier's weights have it.
 *
 * @returns In hexadecimal. Empty where the platform has no digest (pages that are not secure
 *   contexts).
 * @throws {ModelError} `bad-argument` for what is no bytes.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  checkBytes('sha256', 'bytes', bytes);
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return '';
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
