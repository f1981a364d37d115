/** Bytes that are unpacked one after the other, and never more than there must be. */
export class Output {
  readonly bytes: Uint8Array;
  length = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
  }

  /** Appends bytes. */
  push(bytes: Uint8Array): void {
    this.#check(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Appends one byte so many times. */
  fill(byte: number, count: number): void {
    this.#check(count);
    this.bytes.fill(byte, this.length, this.length + count);
    this.length += count;
  }

  /** Appends what stands `distance` bytes back, which may run into what is being appended. */
  repeat(distance: number, count: number): void {
    this.#check(count);
    if (distance < 1 || distance > this.length) throw new Error('it has a damaged page');
    const { bytes } = this;
    const end = this.length + count;
    for (let i = this.length; i < end; i++) bytes[i] = bytes[i - distance];
    this.length = end;
  }

  /** All bytes, where there are as many as there must be. */
  whole(): Uint8Array {
    if (this.length === this.bytes.length) return this.bytes;
    throw new Error(`it has a page of ${this.length} bytes whose header says ${this.bytes.length}`);
  }

  #check(count: number): void {
    if (count >= 0 && this.length + count <= this.bytes.length) return;
    throw new Error('it has a page that unpacks to more bytes than its header says');
  }
}
