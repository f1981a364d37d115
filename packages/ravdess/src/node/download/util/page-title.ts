/** Bytes of a page that are read for its title. */
const MOST_BYTES = 65_536;
/** Letters of a title that a message quotes. */
const MOST_LETTERS = 100;

/** Whether the first bytes of an answer are a web page's. */
export function isWebPage(first: Uint8Array): boolean {
  return /^\s*<(!doctype html|html|head|body)/i.test(decode(first.subarray(0, 256)));
}

/** The title of a page in quotes, with a space before it, or '' where it has none. */
export function quoteTitle(page: Uint8Array): string {
  const [, title] = /<title[^>]*>([^<]*)/i.exec(decode(page)) ?? [];
  // Control characters of a foreign page stay out of messages.
  const plain = title?.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain ? ` "${plain.slice(0, MOST_LETTERS)}"` : '';
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

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
