import { ModelError } from '../model-error.ts';

/** A folder on the web. */
export interface WebFolder {
  /** The address, with a slash at its end. */
  folder: string;
  /** What follows a file's name, such as `?v=3`; often empty. */
  query: string;
}

/** What has a scheme, but for drives of Windows. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
/**
 * Addresses whose files a `fetch` may find by their names. A page may have a scheme of its own, such
 * as `tauri://localhost`. `localhost:8080` is no address: its scheme would be `localhost`.
 */
const FOLDERS = /^(?!file:|ftp:|blob:|data:)[a-z][a-z0-9+.-]+:\/\/./i;
/** A drive of Windows. */
const DRIVE = /^[a-z]:/i;

/**
 * Reads the address of a folder, or of the `model.json` in it, with or without a query.
 *
 * @param canFetchAll Whether the caller has a `fetch` of his own, which may take any address.
 * @throws {ModelError} `bad-argument` for an address that cannot be fetched here.
 */
export function parseWebAddress(
  caller: string,
  name: string,
  base: string | URL,
  canFetchAll: boolean,
): WebFolder {
  const address = String(base);
  const [path, query] = cut(address.replace(/#.*$/s, ''), '?');
  if (path === '' || !(canFetchAll || isFetchable(address))) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a web address such as https://example.org/models/ser/, ` +
        `got ${JSON.stringify(address)}; for a folder on this machine use ` +
        "folderStore of '@ser/model/node'",
    );
  }
  return { folder: path.replace(/(^|\/)model\.json$/, '$1').replace(/\/?$/, '/'), query };
}

function isFetchable(address: string): boolean {
  if (DRIVE.test(address) || (SCHEME.test(address) && !FOLDERS.test(address))) return false;
  // A page's relative addresses begin at the page. Elsewhere there is nothing to begin at.
  const { document, location } = globalThis as { document?: Document; location?: Location };
  return URL.canParse(address, document?.baseURI ?? location?.href);
}

/** A text before the first `mark`, and from it on. */
function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
