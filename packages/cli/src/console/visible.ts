import { escapeCharacter } from '@ser/internal';

/** Controls, line breaks, marks that turn the direction of text, and whatever has no width. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A line of text with nothing in it that a terminal would obey or hide: a name of a file can hold
 * an escape sequence, a bell, a newline, or a mark that reverses what follows. Each such character
 * is written as its escape, such as `\x1b`.
 */
export function visible(line: string): string {
  return line.replace(INVISIBLE, escapeCharacter);
}

/** The same for text of several lines, which stay lines. */
export function visibleText(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
