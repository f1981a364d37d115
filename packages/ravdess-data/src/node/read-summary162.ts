import { readFile } from 'node:fs/promises';
import { RavdessDataError } from '../ravdess-data-error.ts';
import { summary162Url } from '../summary162-url.ts';

/**
 * The table's bytes, from the package's own folder; `readParquet` of `@ser/experiment` reads them.
 *
 * @throws RavdessDataError `unreadable-file` when the file is not there, as in a bundle without it
 */
export async function readSummary162(): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(summary162Url()));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RavdessDataError('unreadable-file', `readSummary162: ${why}`, { cause });
  }
}
