const MEBIBYTE = 2 ** 20;

/** What any file may unpack to, in bytes. */
const BASE = 64 * MEBIBYTE;

/** What it may unpack to beyond that, as a multiple of its size. */
const FACTOR = 32;

/**
 * How much memory a file may ask for: 64 MiB, and 32 times its own size. Features of real audio
 * compress to a half or a quarter; a file that asks for more was made to fill the memory.
 */
export class Budget {
  readonly #most: number;
  #left: number;

  constructor(fileSize: number) {
    this.#most = BASE + FACTOR * fileSize;
    this.#left = this.#most;
  }

  /** Must be called before the memory is taken. */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    const mebibytes = Math.round(this.#most / MEBIBYTE);
    throw new Error(
      `it would unpack to more than ${mebibytes} MiB, which are 64 MiB and ${FACTOR} times its size`,
    );
  }
}
