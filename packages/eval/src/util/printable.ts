import { escapeCharacter } from '@ser/internal';

/**
 * A name for a terminal: what would move its cursor, colour its text or begin a line is escaped, as
 * in `\x1b`.
 */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029]/gu, escapeCharacter);
}
