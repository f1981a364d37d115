import { CorpusError } from '../corpus-error.ts';

/** What mends the reasons that systems and browsers give most often, by their code or name. */
const REMEDIES: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'give yourself the right to read it'],
  ['EPERM', 'give yourself the right to read it'],
  ['ENOENT', 'it was there when the files were listed; list them again'],
  ['NotFoundError', 'it was there when the files were listed; pick them again'],
  ['NotReadableError', 'it may have changed since it was picked; pick it again'],
  ['EISDIR', 'a folder has its name; list the files again'],
  ['EIO', 'its disk fails to give it; copy it from where it came from'],
  ['EMFILE', 'this program has too many files open; read fewer at a time'],
]);

/** The error for a path that the platform refuses to read: the reason, and the remedy. */
export function unreadableError(
  caller: string,
  code: 'unreadable-file' | 'unreadable-directory',
  file: string,
  cause: unknown,
): CorpusError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const { code: errno, name } = Object(cause) as Partial<NodeJS.ErrnoException>;
  const remedy = REMEDIES.get(errno) ?? REMEDIES.get(name);
  const hint = remedy === undefined ? '' : ` (${remedy})`;
  const message = `${caller}: ${file} must be readable, got: ${reason}${hint}`;
  return new CorpusError(code, message, { file, cause });
}
