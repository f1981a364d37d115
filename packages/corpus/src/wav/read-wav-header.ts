import { parseWavHeader } from './util/parse-wav-header.ts';
import type { WavHeader } from './wav-header.ts';
import type { WavOptions } from './wav-options.ts';

/**
 * Reads the header of a WAV file (RIFF, RIFX, RF64, BW64) and checks that all of its samples are
 * there, without reading them. Chunks that are not needed are skipped, as are ID3v2 tags before the
 * file.
 *
 * Where two fields contradict each other, the more reliable one counts, as in libsndfile: the bits
 * before the block align and the byte rate, what the file holds before what it says that it holds,
 * and `ds64` before the size of `data`. A size that its writer never filled in, such as 0 or
 * 0xFFFFFFFF, means the end of the file. `onProblem` gets a word of each.
 *
 * @param bytes The whole file.
 * @param options See `WavOptions`.
 * @throws {CorpusError} `not-wav`, `truncated-wav`, `malformed-wav`, `unsupported-wav` or
 *   `empty-wav`; `bad-argument` for an unknown option, and for what is no `Uint8Array`, such as an
 *   `ArrayBuffer`.
 */
export function readWavHeader(bytes: Uint8Array, options: WavOptions = {}): WavHeader {
  return parseWavHeader('readWavHeader', bytes, options);
}
