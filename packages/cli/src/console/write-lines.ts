import { visible } from './visible.ts';

/**
 * Prints lines for people on stdout. What a file put into them is shown, never obeyed: a line of
 * the argument stays one line.
 */
export function writeLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${visible(line)}\n`).join(''));
}
