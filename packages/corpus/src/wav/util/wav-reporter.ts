import { CorpusError, type CorpusErrorCode } from '../../corpus-error.ts';
import type { Problem } from '../../problem.ts';
import type { WavProblemCode } from '../wav-problem.ts';

/** Says what a file must be and what it is. */
export interface WavReporter {
  /** Throws the error for a file that cannot be read. */
  fail(code: CorpusErrorCode, expected: string, got: string | number): never;
  /** Notes the fault of a file that is read all the same. */
  note(code: WavProblemCode, expected: string, got: string | number): void;
}

/** A reporter whose messages name the function and the file. */
export function createWavReporter(
  caller: string,
  name: string | undefined,
  problems: Problem[],
  argument = 'bytes',
): WavReporter {
  const file = name ?? `\`${argument}\``;
  const say = (expected: string, got: string | number): string =>
    `${caller}: ${file} ${expected}, got ${got}`;
  return {
    fail(code, expected, got) {
      throw new CorpusError(code, say(expected, got), { file: name });
    },
    note(code, expected, got) {
      problems.push({ file, code, message: say(expected, got) });
    },
  };
}
