import { wholeFile } from '../../wav/util/file-bytes.ts';
import { skipId3 } from '../../wav/util/skip-id3.ts';
import { type Container, CUT } from './container.ts';

/** Where the stream's information is, behind "fLaC" and the header of its block. RFC 9639, 8.2. */
const INFO_OFFSET = 8;
const INFO_BYTES = 34;
/** Where it has rate, channels, bits and total samples, packed into eight bytes. */
const PACKED_OFFSET = 10;
/** A frame's header, up to the number that has no fixed length. RFC 9639, 9.1. */
const FRAME_HEADER_BYTES = 4;

/** What a FLAC file says. */
export function inspectFlac(bytes: Uint8Array): Container {
  const info = INFO_OFFSET + skipId3(wholeFile(bytes));
  if (bytes.length < info + INFO_BYTES) return { codec: 'flac', least: 0, fault: CUT };
  const view = new DataView(bytes.buffer, bytes.byteOffset + info + PACKED_OFFSET, 8);
  const high = view.getUint32(0);
  const least = (high & 15) * 2 ** 32 + view.getUint32(4);
  return { codec: 'flac', least, most: mostSamples(bytes), bits: ((high >> 4) & 31) + 1 };
}

/** The samples of all that looks like a frame: a little more than there are. */
function mostSamples(bytes: Uint8Array): number {
  let most = 0;
  const end = bytes.length - FRAME_HEADER_BYTES;
  for (let at = bytes.indexOf(0xff); at >= 0 && at < end; at = bytes.indexOf(0xff, at + 1)) {
    if ((bytes[at + 1] & 0xfe) === 0xf8) most += frameSamples(bytes, at);
  }
  return most;
}

/** The samples of the frame that begins at `at`. */
function frameSamples(bytes: Uint8Array, at: number): number {
  const code = bytes[at + 2] >> 4;
  if (code === 0) return 0;
  if (code === 1) return 192;
  if (code < 6) return 576 << (code - 2);
  if (code > 7) return 256 << (code - 8);
  // The size follows the frame's number, which is as long as UTF-8 says by its first bits.
  const ones = Math.clz32(~(bytes[at + FRAME_HEADER_BYTES] << 24));
  const size = at + FRAME_HEADER_BYTES + Math.max(1, ones);
  const [first = 0, second = 0] = bytes.subarray(size, size + 2);
  return code === 6 ? first + 1 : first * 256 + second + 1;
}
