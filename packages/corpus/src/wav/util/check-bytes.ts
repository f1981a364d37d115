import { CorpusError } from '../../corpus-error.ts';

/** Refuses everything but a Uint8Array, such as an ArrayBuffer or the path of a file. */
export function checkBytes(caller: string, bytes: Uint8Array, name?: string): void {
  const kind = Object.prototype.toString.call(bytes).slice('[object '.length, -1);
  // Unlike `instanceof`, this is true of a Uint8Array of another window.
  if (kind === 'Uint8Array') return;
  const message = `${caller}: ${name ?? '`bytes`'} must be a Uint8Array, got ${kind}`;
  throw new CorpusError('bad-argument', message, { file: name });
}
