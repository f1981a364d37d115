import { CorpusError } from '../corpus-error.ts';

/** The error for a path that the platform does not give us. */
export function unreadableError(
  caller: string,
  code: 'unreadable-file' | 'unreadable-folder',
  file: string,
  cause: unknown,
): CorpusError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `${caller}: ${file} must be readable, got: ${reason}`;
  return new CorpusError(code, message, { file, cause });
}
