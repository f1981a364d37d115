import { summary162Url } from './summary162-url.ts';

/** Options of {@link fetchSummary162}. */
export interface FetchOptions {
  /** Where the file is served. Default {@link summary162Url}, beside the package's own files. */
  url?: string | URL;
  /** Takes the place of the platform's own. Default `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Default: none. */
  signal?: AbortSignal;
}

/**
 * The table's bytes, in a page or a worker; `readParquet` of `@ser/experiment` reads them. Node's
 * `fetch` takes no files: there `readSummary162` of `@ser/ravdess-data/node` does it.
 *
 * @throws Error when the server does not give the file; the signal's reason when aborted
 */
export async function fetchSummary162({
  url = summary162Url,
  fetch = globalThis.fetch,
  signal,
}: FetchOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new Error(`[GET] "${url}": ${response.status} ${response.statusText}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
