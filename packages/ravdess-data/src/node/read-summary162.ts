import { readFile } from 'node:fs/promises';
import { summary162Url } from '../summary162-url.ts';

/** The table's bytes, from the package's own folder; `readParquet` of `@ser/experiment` reads them. */
export async function readSummary162(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(summary162Url));
}
