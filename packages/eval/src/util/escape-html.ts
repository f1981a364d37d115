const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Text that is safe in an element and in an attribute, of HTML and of XML. Control characters,
 * which XML does not know, become spaces; tabs and ends of lines stay.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (letter) => ENTITIES.get(letter) ?? letter)
    .replace(/[^\P{Cc}\t\n\r]/gu, ' ');
}
