import { sha256 as streamingSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@ser/model';
import { isRowSource } from '../../table/row-source.ts';
import { type AnyTable, rowSize } from '../../table/table.ts';
import { readTableRows } from '../../table/table-rows.ts';
import { canonicalJson } from '../../util/canonical-json.ts';

/** Numbers that are read at once: 4 MB. */
const BLOCK_VALUES = 2 ** 20;

/** SHA-256 of what a table's rows are and of their numbers, the same whether these are in memory. */
export async function tableDigest(table: AnyTable): Promise<string> {
  const { names, shape, labels, rows, x } = table;
  const head = new TextEncoder().encode(canonicalJson({ names, shape, labels, rows }));
  if (!isRowSource(x)) {
    const values = bytesOf(x);
    const bytes = new Uint8Array(head.length + values.length);
    bytes.set(head);
    bytes.set(values, head.length);
    return sha256(bytes);
  }
  // The platform's own digest takes nothing but the whole.
  const hash = streamingSha256.create().update(head);
  const most = Math.max(1, Math.floor(BLOCK_VALUES / rowSize(table)));
  for (let start = 0; start < rows.length; start += most) {
    const count = Math.min(most, rows.length - start);
    const indices = Array.from({ length: count }, (_, i) => start + i);
    hash.update(bytesOf(await readTableRows(table, indices)));
  }
  return bytesToHex(hash.digest());
}

function bytesOf(x: Float32Array): Uint8Array {
  return new Uint8Array(x.buffer, x.byteOffset, x.byteLength);
}
