import { CorpusError, type CorpusErrorCode } from '../../corpus-error.ts';

/** Throws the error for a zip, or for `file` in it, that must be one thing and is another. */
export type Fail = (code: CorpusErrorCode, expected: string, got: unknown, file?: string) => never;

/** How `fromZip` fails on one zip. */
export function createFail(zip: string): Fail {
  return (...fault) => {
    throw zipError(zip, ...fault);
  };
}

/** The error for a zip, or for `file` in it. */
export function zipError(
  zip: string,
  code: CorpusErrorCode,
  expected: string,
  got: unknown,
  file: string = zip,
): CorpusError {
  const reason = got instanceof Error ? got.message : String(got);
  const cause = got instanceof Error ? got : undefined;
  return new CorpusError(code, `fromZip: ${file} ${expected}, got: ${reason}`, { file, cause });
}
