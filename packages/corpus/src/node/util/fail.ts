import { CorpusError, type CorpusErrorCode } from '../../corpus-error.ts';

/** Throws the error for a zip, or for `file` in it, that must be one thing and is another. */
export type Fail = (code: CorpusErrorCode, expected: string, got: unknown, file?: string) => never;

/** How `fromZip` fails on one zip. */
export function createFail(zip: string): Fail {
  return (code, expected, got, file = zip) => {
    const reason = got instanceof Error ? got.message : String(got);
    const cause = got instanceof Error ? got : undefined;
    const message = `fromZip: ${file} ${expected}, got: ${reason}`;
    throw new CorpusError(code, message, { file, cause });
  };
}
