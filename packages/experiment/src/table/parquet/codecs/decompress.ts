import { inflate } from './gzip.ts';
import { unpackHadoopLz4, unpackLz4 } from './lz4.ts';
import { unpackSnappy } from './snappy.ts';
import { unpackZstd } from './zstd/unpack-zstd.ts';

/** Codecs by their numbers in a file. */
const CODECS = ['none', 'snappy', 'gzip', 'lzo', 'brotli', 'lz4-hadoop', 'zstd', 'lz4'] as const;

/**
 * Unpacks a page.
 *
 * @param codec its number in the file
 * @param length bytes that must come out
 */
export function decompress(codec: number, packed: Uint8Array, length: number): Uint8Array {
  const name = CODECS[codec] ?? `number ${codec}`;
  const page = unpack(name, packed, length);
  if (page.length === length) return page;
  throw new Error(`it has a page of ${page.length} bytes whose header says ${length}`);
}

function unpack(codec: string, packed: Uint8Array, length: number): Uint8Array {
  switch (codec) {
    case 'none':
      return packed;
    case 'snappy':
      return unpackSnappy(packed, length);
    case 'gzip':
      return inflate(packed, length);
    case 'lz4':
      return unpackLz4(packed, length);
    case 'lz4-hadoop':
      return unpackHadoopLz4(packed, length);
    case 'zstd':
      return unpackZstd(packed, length);
    default:
      throw new Error(
        `it is compressed with ${codec}, which cannot be read here; ` +
          'write it with snappy, gzip, zstd, lz4 or no compression',
      );
  }
}
