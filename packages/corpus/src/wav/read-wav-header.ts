import { parseWavHeader } from './util/parse-wav-header.ts';
import type { WavHeader } from './wav-header.ts';

/**
 * Reads the header of a WAV file (RIFF, RIFX, RF64, BW64) without touching its samples, and
 * checks that every byte it promises is there. Chunks that are not needed are stepped over.
 * A file whose writer left the data size at 0xFFFFFFFF, as pipes do, reaches to its end.
 *
 * @param bytes The whole file.
 * @param options.name The file's name, for messages. Default: none.
 * @throws {CorpusError} `not-wav`, `truncated-wav`, `malformed-wav`, `unsupported-wav` or
 *   `empty-wav`; `bad-argument` for an `ArrayBuffer` or whatever else is no `Uint8Array`.
 */
export function readWavHeader(bytes: Uint8Array, { name }: { name?: string } = {}): WavHeader {
  return parseWavHeader('readWavHeader', bytes, name);
}
