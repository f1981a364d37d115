import { existsSync, readFileSync } from 'node:fs';
import type { Mutant } from './mutant.ts';

/** A mutant that changes nothing that anybody could observe. */
export interface Equivalent {
  readonly file: string;
  readonly mutator: string;
  /** What stands there, in one line, shortened. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** A mutant in the words of the list, which do not change with the lines around it. */
export function described(mutant: Mutant, text: string): Omit<Equivalent, 'reason'> {
  const { file, mutator, replacement } = mutant;
  const original = text.slice(mutant.start, mutant.end);
  return { file, mutator, original: inOneLine(original), replacement: inOneLine(replacement) };
}

/** The list of a package; empty where there is none. */
export function equivalentsOf(file: URL): Equivalent[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

export function isListed(mutant: Mutant, text: string, list: readonly Equivalent[]): boolean {
  const { file, mutator, original, replacement } = described(mutant, text);
  return list.some(
    (known) =>
      known.file === file &&
      known.mutator === mutator &&
      known.original === original &&
      known.replacement === replacement,
  );
}

function inOneLine(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
