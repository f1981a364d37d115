import { compandingTable } from './companding-table.ts';
import { readWavHeader, type WavHeader } from './wav-header.ts';

/** Mono sound. */
export interface Audio {
  /** In [-1, 1) for integer formats; [shape=(frames,)]. */
  samples: Float32Array;
  /** Hz. */
  sampleRate: number;
}

/**
 * Decodes a WAV file to mono; the channels are averaged.
 *
 * PCM of 8, 16, 24 and 32 bits is divided by its full scale (16 bits: `x / 32768`), as libsndfile
 * and `librosa.load` do; floats of 32 and 64 bits stay as they are, also beyond ±1, also NaN.
 * A-law and µ-law become 16-bit PCM first. One rounding to float32 at most.
 *
 * Only A-law and µ-law go through wavefile: for PCM it takes 14 to 230 ms a clip where the loop
 * here takes 0.4, it accepts files cut in the middle, and its IMA ADPCM loses the last block, so
 * ADPCM is `unsupported-wav`.
 *
 * @param bytes The whole file.
 * @param options.name The file's name, for messages.
 * @throws {RavdessError} `not-wav`, `truncated-wav`, `malformed-wav`, `unsupported-wav` or
 *   `empty-wav`, see `readWavHeader`.
 */
export function decodeWav(bytes: Uint8Array, { name }: { name?: string } = {}): Audio {
  const header = readWavHeader(bytes, { name });
  const { channels, frames, dataOffset, bytesPerSample, sampleRate } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { read, fullScale } = sampleReader(view, header);
  // A power of two times the count of channels: for mono and stereo the product is exact.
  const scale = 1 / (fullScale * channels);
  const samples = new Float32Array(frames);
  let at = dataOffset;
  for (let i = 0; i < frames; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += read(at);
      at += bytesPerSample;
    }
    samples[i] = sum * scale;
  }
  return { samples, sampleRate };
}

interface SampleReader {
  read: (at: number) => number;
  /** The magnitude that becomes 1. */
  fullScale: number;
}

function sampleReader(view: DataView, header: WavHeader): SampleReader {
  const { encoding, bytesPerSample, littleEndian } = header;
  if (encoding === 'alaw' || encoding === 'mulaw') {
    const table = compandingTable(encoding);
    return { read: (at) => table[view.getUint8(at)], fullScale: 1 };
  }
  if (encoding === 'float') {
    return bytesPerSample === 4
      ? { read: (at) => view.getFloat32(at, littleEndian), fullScale: 1 }
      : { read: (at) => view.getFloat64(at, littleEndian), fullScale: 1 };
  }
  switch (bytesPerSample) {
    case 1: // the only unsigned width
      return { read: (at) => view.getUint8(at) - 128, fullScale: 2 ** 7 };
    case 2:
      return { read: (at) => view.getInt16(at, littleEndian), fullScale: 2 ** 15 };
    case 3: {
      const high = littleEndian ? 2 : 0;
      const low = littleEndian ? 0 : 2;
      return {
        read: (at) =>
          view.getInt8(at + high) * 65536 + view.getUint8(at + 1) * 256 + view.getUint8(at + low),
        fullScale: 2 ** 23,
      };
    }
    default:
      return { read: (at) => view.getInt32(at, littleEndian), fullScale: 2 ** 31 };
  }
}
