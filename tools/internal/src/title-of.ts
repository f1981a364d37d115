/** The most letters of a title that a message quotes. */
const MOST = 100;

/** The title of a web page, or undefined where its first bytes hold none. */
export function titleOf(page: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(page);
  const [, title] = /<title[^>]*>([^<]*)/i.exec(text) ?? [];
  // Control characters of a foreign page stay out of messages.
  const plain = title?.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain ? plain.slice(0, MOST) : undefined;
}
