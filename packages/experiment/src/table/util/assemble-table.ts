import type { ClipRows, Table } from '../table.ts';

/** A table of these rows, in their order. */
export function assembleTable(empty: Table, parts: readonly ClipRows[]): Table {
  const x = new Float32Array(parts.reduce((sum, part) => sum + part.x.length, 0));
  let offset = 0;
  for (const part of parts) {
    x.set(part.x, offset);
    offset += part.x.length;
  }
  return { ...empty, rows: parts.flatMap(({ rows }) => rows), x };
}
