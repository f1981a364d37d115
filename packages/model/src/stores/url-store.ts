import type { OptionNames } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import { checkFileName } from '../util/check-file-name.ts';
import { checkOptions } from '../util/check-options.ts';
import { parseWebAddress } from '../util/parse-web-address.ts';
import { readBody } from '../util/read-body.ts';
import { type FileSource, READ_OPTIONS } from './file-store.ts';

/** The options of `urlStore`. */
export interface UrlStoreOptions {
  /**
   * The function that fetches. One of your own may take any address, such as `file:`. Default
   * `globalThis.fetch`.
   */
  fetch?: typeof globalThis.fetch;
}

const OPTIONS: OptionNames<UrlStoreOptions> = { fetch: true };

/** The statuses of a server that has no such file: Not Found, Gone. */
const NO_SUCH_FILE = [404, 410];
/** The statuses of a server that wants a signature or a right. */
const NOT_ALLOWED = [401, 403];

/**
 * The files under a web address, such as `https://example.org/models/ser/`, for `Classifier.load`.
 *
 * @param base The address of the folder, or of the `model.json` in it. A query, such as `?v=3`, is
 *   sent with each file. A page may give a relative address.
 * @throws {ModelError} `bad-argument` for an address that cannot be fetched here: a path or a
 *   relative address in Node, `file:`, `ftp:`, `blob:`, `data:`, a host without `https://`. From `read`: `unreadable-file` when the server fails or
 *   the file does not come whole.
 */
export function urlStore(base: string | URL, options: UrlStoreOptions = {}): FileSource {
  const { fetch } = checkOptions('urlStore', options, OPTIONS);
  const { folder, query } = parseWebAddress('urlStore', 'base', base, fetch !== undefined);
  return {
    name: folder,
    async read(file, options = {}) {
      checkFileName('urlStore.read', 'file', file);
      const { maxBytes } = checkOptions('urlStore.read', options, READ_OPTIONS);
      const url = folder + file.split('/').map(encodeURIComponent).join('/') + query;
      const unreadable = (why: string, cause?: unknown): ModelError =>
        new ModelError('unreadable-file', `[GET] "${url}": ${why}`, { cause });
      try {
        const response = await (fetch ?? globalThis.fetch)(url);
        if (NO_SUCH_FILE.includes(response.status)) return undefined;
        if (!response.ok) throw unreadable(whyRefused(response, query));
        return await readBody('urlStore.read', `"${url}"`, response, maxBytes);
      } catch (error) {
        throw ModelError.isInstance(error) ? error : unreadable(whyFailed(error as Error), error);
      }
    },
  };
}

/** Node's `fetch` says `fetch failed`, and why in its cause. */
function whyFailed({ message, cause }: Error): string {
  const { code, message: why } = (cause ?? {}) as { code?: string; message?: string };
  const reason = why || code;
  return reason ? `${message}: ${reason}` : message;
}

function whyRefused({ status, statusText }: Response, query: string): string {
  const isSigned = query !== '' && NOT_ALLOWED.includes(status);
  const hint = '; a signature often holds for one file: give a `fetch` that signs each address';
  return `${status} ${statusText}${isSigned ? hint : ''}`;
}
