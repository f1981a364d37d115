import { RavdessDataError } from './ravdess-data-error.ts';
import { summary162Url } from './summary162-url.ts';

/** Options of {@link fetchSummary162}. */
export interface FetchSummary162Options {
  /** Where the file is served. Default {@link summary162Url}, beside the package's own files. */
  url?: string | URL;
  /** Takes the place of the platform's own. Default `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Ends the transfer. Default: none. */
  signal?: AbortSignal;
}

/**
 * The table's bytes, in a page or a worker; `readParquet` of `@ser/experiment` reads them. Node's
 * `fetch` takes no files: there `readSummary162` of `@ser/ravdess-data/node` does it.
 *
 * @throws RavdessDataError `unreadable-file` that names the address, when the file does not come
 *   from there; the signal's reason when aborted
 */
export async function fetchSummary162({
  url = summary162Url(),
  fetch = globalThis.fetch,
  signal,
}: FetchSummary162Options = {}): Promise<Uint8Array<ArrayBuffer>> {
  const fail = (why: string, cause?: unknown): RavdessDataError =>
    new RavdessDataError('unreadable-file', `fetchSummary162: [GET] "${url}": ${why}`, { cause });
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw fail(`${response.status} ${response.statusText}`.trim());
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    signal?.throwIfAborted();
    if (RavdessDataError.isInstance(error)) throw error;
    throw fail(error instanceof Error ? error.message : String(error), error);
  }
}
