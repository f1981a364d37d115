import { CorpusError } from '../corpus-error.ts';

/** 1 GiB: three hours of 16 bits at 48 kHz. A file is read whole, and one utterance is short. */
const MAX_FILE_BYTES = 2 ** 30;

/** Refuses a file that is too large to be read whole, before it is read. */
export function checkSize(caller: string, file: string, size: number): void {
  if (size <= MAX_FILE_BYTES) return;
  const message =
    `${caller}: ${file} must have at most ${MAX_FILE_BYTES} bytes, got ${size} ` +
    '(cut it into clips of an utterance each)';
  throw new CorpusError('unreadable-file', message, { file });
}
