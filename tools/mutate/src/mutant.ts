import type { Mistake } from './mutators/mistake.ts';

/** One small mistake in a package. */
export interface Mutant extends Mistake {
  /** The file, from the package's folder. */
  readonly file: string;
}

/** A file's text with the mistake in it. */
export function applied(text: string, { start, end, replacement }: Mistake): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The line that a mistake begins in, from 1. */
export function lineOf(text: string, { start }: Mistake): number {
  return text.slice(0, start).split('\n').length;
}
