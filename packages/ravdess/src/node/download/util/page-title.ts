import { titleOf } from '@ser/internal';

/** Bytes of a page that are read for its title. */
const MOST_BYTES = 65_536;

/** Whether the first bytes of an answer are a web page's. */
export function isWebPage(first: Uint8Array): boolean {
  return /^\s*<(!doctype html|html|head|body)/i.test(
    new TextDecoder().decode(first.subarray(0, 256)),
  );
}

/** The title of a page in quotes, with a space before it, or '' where it has none. */
export function quoteTitle(page: Uint8Array): string {
  const title = titleOf(page);
  return title === undefined ? '' : ` "${title}"`;
}

/** The beginning of an answer, as much of it as may hold a title. */
export async function readBeginning(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}
