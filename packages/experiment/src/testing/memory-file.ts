import type { TableSource } from '../table/table-source.ts';

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

/** Bytes as a file that can be read in parts, and what was read of it. */
export function memoryFile(
  name: string,
  bytes: Uint8Array,
): TableSource & { readonly reads: (readonly [start: number, end: number])[] } {
  const reads: [number, number][] = [];
  return {
    name,
    size: bytes.length,
    reads,
    async read(start, end) {
      reads.push([start, end]);
      return bytes.slice(start, end);
    },
  };
}
