import { CorpusError } from '../corpus-error.ts';

/** The error for a path that the platform refuses to read. */
export function unreadableError(
  caller: string,
  code: 'unreadable-file' | 'unreadable-directory',
  file: string,
  cause: unknown,
): CorpusError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `${caller}: ${file} must be readable, got: ${reason}`;
  return new CorpusError(code, message, { file, cause });
}
