import { escapeCharacter } from '@ser/internal';

/** Control characters, and those that turn the direction of text or break a line. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a file as a terminal can show it: control characters are escaped, as in `\x1b`. */
export function printable(text: string): string {
  return text.replace(CONTROLS, escapeCharacter);
}
