/** A file whose parts can be read in any order. */
export interface TableSource {
  /** For messages. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` up to `end`, all of them. */
  read(start: number, end: number): Promise<Uint8Array>;
}
