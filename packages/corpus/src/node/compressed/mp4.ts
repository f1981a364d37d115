import { type Container, CUT } from './container.ts';

/** A box's header: its size and its name. ISO/IEC 14496-12, 4.2. */
const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;
/** Sizes that are none: the size follows, or the box goes to the end. */
const SIZE_FOLLOWS = 1;
const TO_THE_END = 0;

/** What the outermost boxes of an MP4 say: whether it is cut. */
export function inspectMp4(bytes: Uint8Array): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    let size = view.getUint32(at);
    if (size === TO_THE_END) break;
    if (size === SIZE_FOLLOWS) {
      if (at + LARGE_HEADER_BYTES > bytes.length) return { codec: 'm4a', least: 0, fault: CUT };
      size = Number(view.getBigUint64(at + HEADER_BYTES));
    }
    if (size < HEADER_BYTES)
      return { codec: 'm4a', least: 0, fault: `a damaged box at byte ${at}` };
    at += size;
  }
  return { codec: 'm4a', least: 0, ...(at > bytes.length && { fault: CUT }) };
}
