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
  readonly #base: number;
  readonly #most: number;
  #left: number;

  /** @param base what may be asked for beyond 32 times the size. Default 64 MiB */
  constructor(fileSize: number, base: number = BASE) {
    this.#base = base;
    this.#most = base + FACTOR * fileSize;
    this.#left = this.#most;
  }

  /** Must be called before the memory is taken. */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    const [most, base] = [this.#most, this.#base].map((size) => Math.round(size / MEBIBYTE));
    throw new Error(
      `it would unpack to more than ${most} MiB, which are ${base} MiB and ${FACTOR} times its size`,
    );
  }
}
