import type { ByteReader } from './byte-reader.ts';
import { readThrift } from './thrift.ts';

/** What stands before the bytes of a page. */
export interface PageHeader {
  readonly kind: 'data' | 'data-v2' | 'dictionary' | 'other';
  /** Bytes in the file. */
  readonly packed: number;
  /** Bytes after decompression. */
  readonly unpacked: number;
  readonly values: number;
  readonly encoding: number;
  /** Of version 2: bytes of the levels of repetition and of definition, which no codec packs. */
  readonly levels: readonly [repetition: number, definition: number];
  /** Of version 2. */
  readonly isCompressed: boolean;
}

const KINDS = ['data', 'other', 'dictionary', 'data-v2'] as const;

/** Reads the header of a page, and checks that its sizes are possible. */
export function readPageHeader(reader: ByteReader): PageHeader {
  const header = readThrift(reader);
  const kind = KINDS[header.number(1) ?? -1] ?? 'other';
  const body = header.struct({ data: 5, other: 6, dictionary: 7, 'data-v2': 8 }[kind]);
  const isNewer = kind === 'data-v2';
  const levels = [
    body?.number(isNewer ? 6 : -1) ?? 0,
    body?.number(isNewer ? 5 : -1) ?? 0,
  ] as const;
  const [unpacked, packed] = [header.number(2) ?? -1, header.number(3) ?? -1];
  const values = kind === 'other' ? 0 : (body?.number(1) ?? -1);
  if (Math.min(unpacked, packed, values, ...levels) < 0 || packed > reader.left) {
    throw new Error('it has a page whose sizes cannot be');
  }
  return {
    kind,
    packed,
    unpacked,
    values,
    encoding: body?.number(isNewer ? 4 : 2) ?? 0,
    levels,
    isCompressed: !isNewer || body?.boolean(7) !== false,
  };
}
