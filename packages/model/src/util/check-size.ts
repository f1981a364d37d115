import { ModelError } from '../model-error.ts';

/** Throws a ModelError `too-large` unless a file has at most `maxBytes` bytes. */
export function checkSize(
  caller: string,
  file: string,
  bytes: number,
  maxBytes: number = Number.POSITIVE_INFINITY,
): void {
  if (bytes > maxBytes) {
    throw new ModelError('too-large', `${caller}: ${file} must have at most ${maxBytes} bytes`);
  }
}
