import type { OptionNames } from '@ser/internal';
import { RavdessDataError } from './ravdess-data-error.ts';
import { summary162Url } from './summary162-url.ts';
import { checkOptions } from './util/check-options.ts';

/** Options of {@link fetchSummary162}. */
export interface FetchSummary162Options {
  /** Where the file is served. Default {@link summary162Url}, beside the package's own files. */
  url?: string | URL;
  /** Takes the place of the platform's own. Default `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Ends the transfer. Default: none. */
  signal?: AbortSignal;
}

const OPTIONS: OptionNames<FetchSummary162Options> = { url: true, fetch: true, signal: true };

/** PAR1, with which a Parquet file begins. */
const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** What servers send where a file is not there. */
function describe(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart();
  return start.startsWith('<') ? 'HTML' : `${bytes.length} bytes of something else`;
}

/**
 * The table's bytes, in a page or a worker; `readParquet` of `@ser/experiment` reads them. Node's
 * `fetch` takes no files: there `readSummary162` of `@ser/ravdess-data/node` does it.
 *
 * @throws RavdessDataError `unreadable-file` that names the address, when the file does not come
 *   from there, or another does; `bad-argument` for an option that is not known; the signal's
 *   reason when aborted
 */
export async function fetchSummary162(
  options: FetchSummary162Options = {},
): Promise<Uint8Array<ArrayBuffer>> {
  checkOptions('fetchSummary162', options, OPTIONS);
  const { url = summary162Url(), fetch = globalThis.fetch, signal } = options;
  const fail = (why: string, cause?: unknown): RavdessDataError =>
    new RavdessDataError('unreadable-file', `fetchSummary162: [GET] "${url}": ${why}`, { cause });
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw fail(`${response.status} ${response.statusText}`.trim());
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (MAGIC.some((byte, i) => bytes[i] !== byte)) {
      throw fail(
        `must be a Parquet file, got ${describe(bytes)}; say where it is served with \`url\``,
      );
    }
    return bytes;
  } catch (error) {
    signal?.throwIfAborted();
    if (RavdessDataError.isInstance(error)) throw error;
    throw fail(error instanceof Error ? error.message : String(error), error);
  }
}
