import { wholeFile } from '../../wav/util/file-bytes.ts';
import { aacFrameBytes } from '../../wav/util/mpeg-frames.ts';
import { skipId3 } from '../../wav/util/skip-id3.ts';
import { type Container, CUT } from './container.ts';

const HEADER_BYTES = 7;
const FRAME_SAMPLES = 1024;
/** Hz by the index in a frame's header. ISO/IEC 14496-3, 1.6.3.4. */
const SAMPLE_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
  7350,
];

/** What the frames of AAC without a container say: how much sound there is, and whether it is cut. */
export function inspectAdts(bytes: Uint8Array): Container {
  let at = skipId3(wholeFile(bytes));
  const sampleRate = SAMPLE_RATES[((bytes[at + 2] ?? 0) >> 2) & 15];
  let frames = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const header = bytes.subarray(at, at + HEADER_BYTES);
    const size = aacFrameBytes(header);
    if (size < HEADER_BYTES) break;
    at += size;
    frames += 1 + (header[6] & 3);
  }
  // The decoder withholds the first frame.
  const least = Math.max(0, frames - 1) * FRAME_SAMPLES;
  return {
    codec: 'aac',
    least,
    ...(sampleRate && { sampleRate }),
    ...(at > bytes.length && { fault: CUT }),
  };
}
