import { compandingTable } from './companding-table.ts';
import type { WavHeader } from './wav-header.ts';

/** Which frames to read, and where to. */
interface ReadSamplesOptions {
  firstFrame?: number;
  frames?: number;
  /** At least frames × channels long. */
  into?: Float32Array;
}

/**
 * The samples of every channel as they lie in the file, interleaved, at full scale ±1;
 * [shape=(frames × channels,)]. Each is rounded to float32 once, which is exact up to 24 bits.
 */
export function readSamples(
  bytes: Uint8Array,
  { encoding, bytesPerSample, channels, frames: all, dataOffset, littleEndian }: WavHeader,
  {
    firstFrame = 0,
    frames = all - firstFrame,
    into: samples = new Float32Array(frames * channels),
  }: ReadSamplesOptions = {},
): Float32Array {
  const count = frames * channels;
  const start = bytes.byteOffset + dataOffset + firstFrame * channels * bytesPerSample;
  const view = new DataView(bytes.buffer, start, count * bytesPerSample);

  // One loop a format: a call for each sample would take four times as long.
  if (encoding === 'alaw' || encoding === 'mulaw') {
    const table = compandingTable(encoding);
    for (let i = 0; i < count; i++) samples[i] = table[view.getUint8(i)];
  } else if (encoding === 'float' && bytesPerSample === 4) {
    for (let i = 0; i < count; i++) samples[i] = view.getFloat32(i * 4, littleEndian);
  } else if (encoding === 'float') {
    for (let i = 0; i < count; i++) samples[i] = view.getFloat64(i * 8, littleEndian);
  } else if (bytesPerSample === 1) {
    // The only unsigned width.
    for (let i = 0; i < count; i++) samples[i] = (view.getUint8(i) - 128) / 2 ** 7;
  } else if (bytesPerSample === 2) {
    for (let i = 0; i < count; i++) samples[i] = view.getInt16(i * 2, littleEndian) / 2 ** 15;
  } else if (bytesPerSample === 3) {
    const high = littleEndian ? 2 : 0;
    const low = littleEndian ? 0 : 2;
    for (let i = 0; i < count; i++) {
      const at = i * 3;
      const code =
        view.getInt8(at + high) * 65536 + view.getUint8(at + 1) * 256 + view.getUint8(at + low);
      samples[i] = code / 2 ** 23;
    }
  } else {
    for (let i = 0; i < count; i++) samples[i] = view.getInt32(i * 4, littleEndian) / 2 ** 31;
  }
  return samples;
}
