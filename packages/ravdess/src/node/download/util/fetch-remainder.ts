import type { FileHandle } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { openPart } from './open-part.ts';
import { isWebPage, quoteTitle, readBeginning } from './page-title.ts';
import { parseRetryAfter } from './retry-after.ts';
import { withFileErrors } from './with-file-errors.ts';

/** The longest time that a timer can count; a longer one would end at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A file that is downloaded to `part`. */
export interface Transfer {
  url: string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  part: string;
  /** Bytes that the whole file has. */
  size: number;
  /** Milliseconds without a byte after which the connection is closed. */
  stallTimeout: number;
  signal?: AbortSignal | undefined;
  onReceived: (bytes: number) => void;
}

/** Why one try failed. It never leaves `download`, which tries again or throws a `RavdessError`. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  /** What is on disk is not the beginning of the file. */
  readonly corrupt: boolean;
  /** Another try would end the same way. */
  readonly permanent: boolean;
  /** Milliseconds to wait before the next try, as the server asks. */
  readonly retryAfter: number;

  constructor(
    message: string,
    { corrupt = false, permanent = false, retryAfter = 0 }: Partial<TransferError> = {},
  ) {
    super(message);
    this.corrupt = corrupt;
    this.permanent = permanent;
    this.retryAfter = retryAfter;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is TransferError {
    return error instanceof Error && error.name === 'TransferError' && 'permanent' in error;
  }
}

/**
 * Requests the bytes that `part` lacks and appends them, with one request. A server that cannot
 * resume sends the whole file.
 *
 * Every byte is written at its own position, and none after `part` has been renamed. So two
 * downloads into one folder write the same bytes to the same positions, and the first to finish may
 * rename the file.
 *
 * @throws {TransferError} for another answer, and what `fetch` throws. `part` then holds the bytes
 *   that have come.
 */
export async function fetchRemainder(transfer: Transfer): Promise<void> {
  const { url, fetch, part, size, stallTimeout, signal, onReceived } = transfer;
  const present = await stat(part).then(
    (stats) => stats.size,
    () => 0,
  );
  if (present > size) throw new TransferError(`${present} bytes on disk`, { corrupt: true });
  if (present === size) return;

  const stalled = new AbortController();
  const stall = (): void =>
    stalled.abort(new TransferError(`not a byte for ${stallTimeout / 1000} s`));
  const patience = Math.min(stallTimeout, LONGEST_TIMER);
  let timer = setTimeout(stall, patience);
  try {
    const response = await fetch(url, {
      // A compressed answer would have another length, and ranges of its own.
      headers: {
        'accept-encoding': 'identity',
        ...(present > 0 && { range: `bytes=${present}-` }),
      },
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
    });
    await checkNoPage(response);
    let at = await startOfAnswer(response, present, size);
    const handle = await openPart(part);
    try {
      onReceived(at);
      for await (const chunk of response.body ?? []) {
        clearTimeout(timer);
        timer = setTimeout(stall, patience);
        if (at === 0 && isWebPage(chunk)) throw webPage(chunk);
        if (at + chunk.length > size) {
          throw new TransferError(`more than ${size} bytes`, { corrupt: true });
        }
        await checkCurrent(part, handle);
        await withFileErrors(part, () => writeAll(handle, chunk, at));
        at += chunk.length;
        onReceived(at);
      }
      if (at < size) throw new TransferError(`the connection's end after ${at} bytes`);
      await withFileErrors(part, () => handle.sync());
    } finally {
      await handle.close();
    }
  } finally {
    clearTimeout(timer);
    // Closes a connection whose answer was not read to its end.
    stalled.abort();
  }
}

/**
 * Throws when `part` is no longer the open file, because another download has renamed it. The
 * message names no caller: it is a reason, which `download` puts into the message of its own error.
 */
async function checkCurrent(part: string, handle: FileHandle): Promise<void> {
  const [own, current] = await Promise.all([handle.stat(), stat(part).catch(() => undefined)]);
  if (current?.ino !== own.ino) throw new TransferError(`another file in the place of ${part}`);
}

async function writeAll(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    at += (await handle.write(chunk, at, chunk.length - at, position + at)).bytesWritten;
  }
}

/**
 * Throws where a server says that it sends a web page: of a login, of a firewall, or of an error.
 * It sends the same again, so no further try is made.
 */
async function checkNoPage({ status, headers, body }: Response): Promise<void> {
  const type = headers.get('content-type') ?? '';
  if (status < 300 && /^(text\/html|application\/xhtml)/i.test(type)) {
    throw webPage(await readBeginning(body));
  }
}

function webPage(page: Uint8Array): TransferError {
  const remedy = 'open the address in a browser to see what is asked';
  const message = `a web page${quoteTitle(page)} in place of the file (${remedy})`;
  return new TransferError(message, { permanent: true });
}

/** The position in the file that the answer starts at. */
async function startOfAnswer(
  { status, headers, body }: Response,
  present: number,
  size: number,
): Promise<number> {
  if (status === 206) {
    const range = headers.get('content-range') ?? '';
    const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(range) ?? [];
    if (Number(start) !== present || (total !== '*' && Number(total) !== size)) {
      const asked = `bytes ${present}-${size - 1}/${size}`;
      throw new TransferError(`the range "${range}" for "${asked}"`, { corrupt: true });
    }
    return present;
  }
  if (status === 200) {
    const length = headers.get('content-length');
    if (length !== null && Number(length) !== size) {
      // Another file, such as a proxy's page, so the bytes on disk may still be right.
      const first = await readBeginning(body);
      if (isWebPage(first)) throw webPage(first);
      throw new TransferError(`an answer of ${length} bytes`);
    }
    return 0;
  }
  const passing = status >= 500 || [408, 416, 425, 429].includes(status);
  throw new TransferError(`HTTP status ${status}`, {
    // The server's file ends before this position, so `part` is not the beginning of it.
    corrupt: status === 416,
    permanent: !passing,
    retryAfter: parseRetryAfter(headers.get('retry-after'), Date.now()),
  });
}
