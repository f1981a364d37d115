import { ByteWindow } from './byte-window.ts';
import type { FileBytes } from './file-bytes.ts';

/** Bytes that are waited for where a header leaves open what follows; at most so many are held. */
export const LOOK_AHEAD = 65_536;
/** Parts of a file that are kept once they were read: what chunks begin with. */
const MAX_KEPT_BYTES = 64;

/** Thrown where bytes are read that have not come. */
export class MissingBytes {
  /** What stands before it in the file is not needed. */
  readonly from: number;
  /** How many bytes of the file are waited for. */
  readonly to: number;
  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }
}

/** Thrown where bytes are read that came, and were not kept. */
export class LostBytes {}

/**
 * A file whose bytes come one after the other. It holds the newest of them, and the beginnings of
 * chunks that were read, so that a header can be read again when the end is known.
 */
export class ComingFile implements FileBytes {
  readonly window: ByteWindow = new ByteWindow();
  /** What was read, by where it starts. */
  readonly #kept = new Map<number, Uint8Array>();
  #isEnded = false;
  /** Where the zeros start that the file ends with so far. */
  #zerosStart = 0;

  get length(): number {
    return this.#isEnded ? this.window.end : Number.POSITIVE_INFINITY;
  }

  push(bytes: Uint8Array): void {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    if (end > 0) this.#zerosStart = this.window.end + end;
    this.window.push(bytes);
  }

  end(): void {
    this.#isEnded = true;
  }

  /** Forgets what a reader does not need that waits for more, once it is much. */
  forget({ from }: MissingBytes): void {
    if (this.window.end - this.window.start > LOOK_AHEAD) this.window.dropTo(from);
  }

  slice(start: number, count: number): Uint8Array {
    const { window } = this;
    const end = Math.min(start + count, this.length);
    if (end > window.end) throw new MissingBytes(start, end);
    const kept = this.#kept.get(start);
    if (kept !== undefined && kept.length >= end - start) return kept.subarray(0, count);
    if (end <= start) return new Uint8Array(0);
    if (start < window.start) throw new LostBytes();
    const bytes = window.view(start, count);
    if (count <= MAX_KEPT_BYTES) this.#kept.set(start, bytes.slice());
    return bytes;
  }

  reaches(end: number, guess: boolean): boolean {
    const { window } = this;
    if (end <= window.end) return true;
    if (this.#isEnded) return false;
    const ahead = window.start + LOOK_AHEAD;
    if (window.end < ahead) throw new MissingBytes(window.start, Math.min(end, ahead));
    return guess;
  }

  isZeroFrom(start: number): boolean {
    this.waitForEnd();
    return this.#zerosStart <= start;
  }

  waitForEnd(): void {
    if (!this.#isEnded) throw new MissingBytes(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  }
}
