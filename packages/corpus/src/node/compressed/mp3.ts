import { asciiAt } from '../../wav/util/ascii-at.ts';
import { wholeFile } from '../../wav/util/file-bytes.ts';
import { skipId3 } from '../../wav/util/skip-id3.ts';
import type { Container } from './container.ts';

const HEADER_BYTES = 4;
/** The bytes between a frame's header and its data: mono and others, of MPEG 1 and of MPEG 2. */
const SIDE_BYTES = { mpeg1: [17, 32], mpeg2: [9, 17] } as const;
const FRAME_SAMPLES = { mpeg1: 1152, mpeg2: 576 } as const;
const HAS_FRAMES = 1;
/** Where the tag of LAME has the encoder's delay and padding, 12 bits each, behind "Xing". */
const DELAYS_OFFSET = 141;
/** What a decoder delays the sound by; a file's padding is not less. */
const DECODER_DELAY = 529;
/** The frames that decoders of files without LAME's tag may drop. */
const SLACK_FRAMES = 2;

/**
 * What the first frame of an MP3 says, where it is Xing's or LAME's and counts the others. Other
 * files say nothing of their length.
 */
export function inspectMp3(bytes: Uint8Array): Container {
  const nothing: Container = { codec: 'mp3', least: 0 };
  const start = skipId3(wholeFile(bytes));
  if (bytes.length < start + HEADER_BYTES) return nothing;
  const version = (bytes[start + 1] & 8) === 0 ? 'mpeg2' : 'mpeg1';
  const isMono = bytes[start + 3] >> 6 === 3;
  const tag = start + HEADER_BYTES + SIDE_BYTES[version][isMono ? 0 : 1];
  if (!['Xing', 'Info'].includes(asciiAt(bytes, tag, 4))) return nothing;
  if (bytes.length < tag + DELAYS_OFFSET + 3) return nothing;
  const view = new DataView(bytes.buffer, bytes.byteOffset + tag);
  if ((view.getUint32(4) & HAS_FRAMES) === 0) return nothing;
  const perFrame = FRAME_SAMPLES[version];
  const samples = view.getUint32(8) * perFrame;
  const delays = (view.getUint16(DELAYS_OFFSET) << 8) | view.getUint8(DELAYS_OFFSET + 2);
  const delay = delays >> 12;
  const padding = delays & 0xfff;
  const trimmed = delays === 0 ? SLACK_FRAMES * perFrame : delay + Math.max(padding, DECODER_DELAY);
  return { codec: 'mp3', least: Math.max(0, samples - trimmed) };
}
