import { decodeWav, readWavHeader, type WavHeader } from '@ser/corpus';
import { PIECE, piecesOf } from './pieces-of.ts';
import type { Sound } from './sound.ts';

/** The headers of files that are read in pieces lie within so many bytes. */
const HEAD = 1 << 20;
/** What stands in place of a size that the writer did not know. */
const NO_SIZE = [0, 0xffffffff];

/**
 * A WAV file, decoded by `@ser/corpus`. Of a large one only a piece at a time is in memory.
 *
 * @param small Files up to so many bytes are decoded as a whole.
 * @throws {CorpusError} As `decodeWav`.
 */
export async function wavSound(file: File, small: number = 8 << 20): Promise<Sound> {
  const { name } = file;
  if (file.size <= small) {
    const audio = decodeWav(new Uint8Array(await file.arrayBuffer()), { name });
    const { samples, sampleRate } = audio;
    return {
      duration: samples.length / sampleRate,
      sampleRate,
      pieces: (signal) => piecesOf(audio, signal),
    };
  }
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const header = readWavHeader(head, { name, truncated: 'read' });
  const { channels, bytesPerSample, dataOffset, sampleRate } = header;
  const block = channels * bytesPerSample;
  const frames = Math.floor(dataSize(head, header, file.size) / block);
  const start = head.slice(0, dataOffset);
  return {
    duration: frames / sampleRate,
    sampleRate,
    async *pieces(signal) {
      for (let frame = 0; frame < frames; frame += PIECE * sampleRate) {
        signal.throwIfAborted();
        const from = dataOffset + frame * block;
        const to = dataOffset + Math.min(frames, frame + PIECE * sampleRate) * block;
        const piece = await new Blob([start, file.slice(from, to)]).arrayBuffer();
        yield decodeWav(new Uint8Array(piece), { name, truncated: 'read' });
      }
    },
  };
}

/** Bytes of samples: what `data` says, as far as the file has them. */
function dataSize(head: Uint8Array, { dataOffset, littleEndian }: WavHeader, file: number): number {
  const there = file - dataOffset;
  const said = new DataView(head.buffer).getUint32(dataOffset - 4, littleEndian);
  return NO_SIZE.includes(said) ? there : Math.min(said, there);
}
