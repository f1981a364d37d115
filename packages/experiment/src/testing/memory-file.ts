/** A file in memory that tables are written to. */
export interface MemorySink {
  readonly parts: Uint8Array[];
  write(bytes: Uint8Array): Promise<void>;
  /** All that was written. */
  bytes(): Uint8Array;
}

/** An empty file in memory. */
export function memorySink(): MemorySink {
  const parts: Uint8Array[] = [];
  return {
    parts,
    async write(bytes) {
      parts.push(bytes);
    },
    bytes: () => new Uint8Array(Buffer.concat(parts)),
  };
}
