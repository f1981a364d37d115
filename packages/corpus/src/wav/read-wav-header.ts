import { parseWavHeader } from './util/parse-wav-header.ts';
import type { WavHeader } from './wav-header.ts';

/**
 * Reads the header of a WAV file (RIFF, RIFX, RF64, BW64) and checks that all of its samples are
 * there, without reading them. Chunks that are not needed are skipped. Where the size of the data
 * is 0xFFFFFFFF, as a writer to a pipe leaves it, the data reach to the end of the file.
 *
 * @param bytes The whole file.
 * @param options.name The file's name, for messages. Default: none.
 * @throws {CorpusError} `not-wav`, `truncated-wav`, `malformed-wav`, `unsupported-wav` or
 *   `empty-wav`; `bad-argument` for what is no `Uint8Array`, such as an `ArrayBuffer`.
 */
export function readWavHeader(bytes: Uint8Array, { name }: { name?: string } = {}): WavHeader {
  return parseWavHeader('readWavHeader', bytes, name);
}
