import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** Reads by path, so that nothing stays open once the directory has been listed. */
export class PathReader extends yauzl.RandomAccessReader {
  readonly #path: string;
  readonly #listing: FileHandle;

  constructor(path: string, listing: FileHandle) {
    super();
    this.#path = path;
    this.#listing = listing;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    // The handle's number is -1 when it has been closed.
    if (this.#listing.fd < 0) super.read(target, offset, length, position, callback);
    else {
      this.#listing
        .read(target, offset, length, position)
        .then(
          ({ bytesRead }) =>
            callback(bytesRead < length ? new Error('unexpected end of file') : null),
          callback,
        );
    }
  }
}
