import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip, and the false fields of its headers. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
  /** Store instead of deflating. Default false. */
  stored?: boolean;
  /** The bytes are deflated already; `falseFields` then has the size. Default false. */
  packed?: boolean;
  /** Bit 0: encrypted; bit 11: the name is UTF-8. Default 0. */
  flags?: number;
  /** Fields of the headers with false values. Default {}. */
  falseFields?: { size?: number; compressedSize?: number; crc?: number; offset?: number };
}

/** A zip, written from the format's description (APPNOTE.TXT) and from nothing in `src`. */
export function writeZip(
  entries: readonly ZipEntry[],
  {
    count = entries.length,
    zip64 = false,
  }: {
    /** The number of entries that the directory's end says. Default: the true one. */
    count?: number;
    /**
     * Whether the directory's count, size and position have 64 bits, as in zips beyond 4 GB.
     * Default false.
     */
    zip64?: boolean;
  } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, bytes, stored = false, packed = false, flags = 0, falseFields = {} } = entry;
    const data = stored || packed ? Buffer.from(bytes) : deflateRawSync(bytes);
    const title = Buffer.from(name);
    // Everything between the signature and the name that both headers share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(stored ? 0 : 8, 4);
    shared.writeUInt32LE(falseFields.crc ?? crc32(bytes), 10);
    shared.writeUInt32LE(falseFields.compressedSize ?? data.length, 14);
    shared.writeUInt32LE(falseFields.size ?? bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([u32(0x04034b50), shared, title, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(falseFields.offset ?? at, 10);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), shared, tail, title]));
    parts.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const end64 = [u64(44), u16(45), u16(45), u32(0), u32(0)];
  const sizes64 = [u64(count), u64(count), u64(listing.length), u64(at)];
  const locator = [u32(0x07064b50), u32(0), u64(at + listing.length), u32(1)];
  const large = zip64 ? [u32(0x06064b50), ...end64, ...sizes64, ...locator] : [];
  const sizes = zip64
    ? [u16(0xffff), u16(0xffff), u32(0xffffffff), u32(0xffffffff)]
    : [u16(count), u16(count), u32(listing.length), u32(at)];
  const end = [u32(0x06054b50), u16(0), u16(0), ...sizes, u16(0)];
  return Buffer.concat([...parts, listing, ...large, ...end]);
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
