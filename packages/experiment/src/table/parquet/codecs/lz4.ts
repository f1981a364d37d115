import { ByteReader } from '../byte-reader.ts';
import { Output } from './output.ts';

/** A length of this much goes on in the bytes that follow. */
const LONG = 15;
const LEAST_MATCH = 4;
/** Two big-endian numbers before each block of Hadoop's. */
const FRAME_HEAD = 8;

/** Unpacks a raw block of LZ4. */
export function unpackLz4(packed: Uint8Array, length: number): Uint8Array {
  const output = new Output(length);
  unpackBlock(packed, output);
  return output.whole();
}

/**
 * Unpacks LZ4 as Hadoop frames it: before each block, the number of bytes after and before
 * unpacking. Some writers put raw blocks under the same name.
 */
export function unpackHadoopLz4(packed: Uint8Array, length: number): Uint8Array {
  const blocks = readFrames(packed, length);
  if (!blocks) return unpackLz4(packed, length);
  const output = new Output(length);
  for (const block of blocks) unpackBlock(block, output);
  return output.whole();
}

/** The blocks, where the bytes are frames of them to the end. */
function readFrames(packed: Uint8Array, length: number): Uint8Array[] | undefined {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const blocks: Uint8Array[] = [];
  let offset = 0;
  let unpacked = 0;
  while (offset + FRAME_HEAD <= packed.length) {
    unpacked += view.getUint32(offset);
    const start = offset + FRAME_HEAD;
    offset = start + view.getUint32(offset + 4);
    blocks.push(packed.subarray(start, offset));
  }
  return offset === packed.length && unpacked === length ? blocks : undefined;
}

function unpackBlock(packed: Uint8Array, output: Output): void {
  const reader = new ByteReader(packed);
  const lengthOf = (code: number): number => {
    let length = code;
    for (let byte = code === LONG ? 255 : 0; byte === 255; length += byte) byte = reader.byte();
    return length;
  };
  while (reader.left > 0) {
    const token = reader.byte();
    output.push(reader.take(lengthOf(token >> 4)));
    // The last sequence has literals alone.
    if (reader.left === 0) return;
    const distance = reader.byte() | (reader.byte() << 8);
    output.repeat(distance, LEAST_MATCH + lengthOf(token & LONG));
  }
}
