/** The part of a file that is held in memory: its newest bytes, in the order in which they came. */
export class ByteWindow {
  #buffer = new Uint8Array(0);
  /** Where in the buffer the first byte stands. */
  #first = 0;
  #length = 0;
  #start = 0;

  /** Where in the file the window starts. */
  get start(): number {
    return this.#start;
  }

  /** Where in the file it ends, which is how many bytes have come. */
  get end(): number {
    return this.#start + this.#length;
  }

  /** Takes the bytes that follow, as a copy. */
  push(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (this.#first + needed > this.#buffer.length) {
      const held = this.view(this.#start, this.#length);
      // At most half of it is moved for as many bytes that came.
      if (2 * needed > this.#buffer.length) this.#buffer = new Uint8Array(2 * needed);
      this.#buffer.set(held);
      this.#first = 0;
    }
    this.#buffer.set(bytes, this.#first + this.#length);
    this.#length = needed;
  }

  /** Forgets what stands before `position`, which may be beyond what has come. */
  dropTo(position: number): void {
    const count = Math.min(Math.max(0, position - this.#start), this.#length);
    this.#start += count;
    this.#first += count;
    this.#length -= count;
  }

  /** `count` bytes from `position` on, or those of them that are held; valid until the next `push`. */
  view(position: number, count: number): Uint8Array {
    const from = Math.min(Math.max(0, position - this.#start), this.#length);
    const start = this.#first + from;
    return this.#buffer.subarray(start, start + Math.min(count, this.#length - from));
  }
}
