import { ModelError } from '../model-error.ts';
import { checkFileName } from '../util/check-file-name.ts';
import type { FileSource } from './file-store.ts';

/** The options of `urlStore`. */
export interface UrlStoreOptions {
  /** The function that fetches. Default `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** The statuses of a server that has no such file: Not Found, Gone. */
const NO_SUCH_FILE = [404, 410];

/**
 * The files under a web address, such as `https://example.org/models/ser/`, for `Classifier.load`.
 *
 * @throws {ModelError} from `read`: `unreadable-file` when the server fails or the file does not
 *   come whole.
 */
export function urlStore(
  base: string | URL,
  { fetch = globalThis.fetch }: UrlStoreOptions = {},
): FileSource {
  const name = String(base).replace(/\/?$/, '/');
  return {
    name,
    async read(file) {
      checkFileName('urlStore.read', 'file', file);
      const url = name + file.split('/').map(encodeURIComponent).join('/');
      const unreadable = (why: string, cause?: unknown): ModelError =>
        new ModelError('unreadable-file', `[GET] "${url}": ${why}`, { cause });
      try {
        const response = await fetch(url);
        if (NO_SUCH_FILE.includes(response.status)) return undefined;
        if (!response.ok) throw unreadable(`${response.status} ${response.statusText}`);
        return new Uint8Array(await response.arrayBuffer());
      } catch (error) {
        throw ModelError.isInstance(error) ? error : unreadable((error as Error).message, error);
      }
    },
  };
}
