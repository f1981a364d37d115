import { checkSize } from './check-size.ts';

/**
 * The bytes of a server's answer. One that is too long is given up as soon as that shows, whatever
 * its headers say.
 *
 * @throws {ModelError} `too-large`; the error of a connection that breaks.
 */
export async function readBody(
  caller: string,
  file: string,
  response: Response,
  maxBytes?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (maxBytes === undefined || !response.body) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    checkSize(caller, file, bytes.length, maxBytes);
    return bytes;
  }
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      checkSize(caller, file, total, maxBytes);
      parts.push(value);
    }
  } catch (error) {
    // Ends the transfer. What a broken connection says to that is no news.
    reader.cancel().catch(() => {});
    throw error;
  }
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
