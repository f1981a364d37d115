import { asciiAt } from '../../wav/util/ascii-at.ts';
import { type Container, CUT } from './container.ts';

/** A page's header, before the lengths of its segments. RFC 3533, 6. */
const HEADER_BYTES = 27;
const FLAGS_OFFSET = 5;
const IS_LAST = 4;
const CRC_OFFSET = 22;
const SEGMENTS_OFFSET = 26;
const POLYNOMIAL = 0x04c11db7;

const TABLE: Uint32Array = /* @__PURE__ */ crcTable();

/** What the pages of an Ogg file say; undefined for another codec than Vorbis and Opus. */
export function inspectOgg(bytes: Uint8Array): Container | undefined {
  const segments = bytes[SEGMENTS_OFFSET] ?? 0;
  const first = asciiAt(bytes, HEADER_BYTES + segments, 8);
  const codec =
    first === 'OpusHead' ? 'opus' : first.startsWith('\u0001vorbis') ? 'oga' : undefined;
  if (codec === undefined) {
    return bytes.length < HEADER_BYTES + segments + 8
      ? { codec: 'oga', least: 0, fault: CUT }
      : undefined;
  }
  const fault = faultOf(bytes);
  return { codec, least: 0, ...(fault !== undefined && { fault }) };
}

/** Every page has a checksum, and the last one says that it is. */
function faultOf(bytes: Uint8Array): string | undefined {
  let isLast = false;
  let at = 0;
  while (asciiAt(bytes, at, 4) === 'OggS') {
    if (bytes.length < at + HEADER_BYTES) return CUT;
    const segments = bytes[at + SEGMENTS_OFFSET];
    const body = at + HEADER_BYTES + segments;
    if (bytes.length < body) return CUT;
    let end = body;
    for (let i = at + HEADER_BYTES; i < body; i++) end += bytes[i];
    if (bytes.length < end) return CUT;
    if (!hasItsChecksum(bytes.subarray(at, end))) return `a damaged page at byte ${at}`;
    isLast = (bytes[at + FLAGS_OFFSET] & IS_LAST) !== 0;
    at = end;
  }
  if (isLast) return undefined;
  return at < bytes.length ? `no page at byte ${at}` : CUT;
}

function hasItsChecksum(page: Uint8Array): boolean {
  let crc = 0;
  for (let i = 0; i < page.length; i++) {
    const byte = i >= CRC_OFFSET && i < CRC_OFFSET + 4 ? 0 : page[i];
    crc = ((crc << 8) ^ TABLE[(crc >>> 24) ^ byte]) >>> 0;
  }
  return crc === new DataView(page.buffer, page.byteOffset).getUint32(CRC_OFFSET, true);
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? POLYNOMIAL : 0);
    return crc >>> 0;
  });
}
