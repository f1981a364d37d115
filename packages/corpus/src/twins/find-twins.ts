import type { OptionNames } from '@ser/internal';
import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { createProblemHandler } from '../sources/util/problem-handler.ts';
import { checkIterable } from '../util/check-iterable.ts';
import { checkOptions } from '../util/check-options.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { checkDecode, type DecodeClip } from './decode-clip.ts';
import { type TwinClip, TwinFinder } from './twin-finder.ts';
import type { Twins } from './twins.ts';

/** The options of `findTwins`. */
export interface FindTwinsOptions {
  /** Called after each clip with the number of clips done. Default: none. */
  onProgress?: (done: number, clip: TwinClip) => void;
  /**
   * Called for each clip that cannot be read, and why. Default: none, and the first problem is
   * thrown.
   */
  onProblem?: (problem: Problem) => void;
  /** Decodes a clip, such as `decodeAudio`. Default `decodeWav`. */
  decode?: DecodeClip;
  /** Ends the search between two clips by throwing its reason. Default: none. */
  signal?: AbortSignal;
}

const FIND_TWINS_OPTIONS: OptionNames<FindTwinsOptions> = {
  onProgress: true,
  onProblem: true,
  decode: true,
  signal: true,
};

/**
 * Finds the clips that hold one recording, whatever their names say: copies under another label or
 * speaker, with another header, gain, rate or depth, with something added or cut at an end, or out
 * of a lossy codec. A split that has them on both sides tests what it has trained on.
 *
 * Each clip is decoded once, and those whose fingerprints are close a second time, to compare their
 * samples; see `fingerprint` and `isSameRecording`. Clips of digital silence are nobody's twins:
 * nothing tells two of them apart, and nothing can be learnt from them.
 *
 * @returns The groups, in the order of their first ids. A clip is in one of them at most.
 * @throws {CorpusError} what reading a clip throws, where there is no `onProblem`; what iterating
 *   `clips` throws; the signal's reason.
 *
 * @example
 * const twins = await findTwins(fromDirectory('recordings', { describe }));
 * // [{ ids: ['a/1', 'b/7'], files: ['recordings/a/1.wav', 'recordings/b/7.wav'] }]
 */
export async function findTwins(
  clips: AsyncIterable<TwinClip> | Iterable<TwinClip>,
  options: FindTwinsOptions = {},
): Promise<Twins[]> {
  checkIterable('findTwins', 'clips', clips);
  checkOptions('findTwins', options, FIND_TWINS_OPTIONS);
  const { onProgress, onProblem, decode = decodeWav, signal } = options;
  checkDecode('findTwins', decode);
  const report = createProblemHandler({ onProblem });
  const finder = new TwinFinder();
  let done = 0;
  for await (const clip of clips) {
    signal?.throwIfAborted();
    try {
      finder.add(clip, await decode(await clip.bytes(), { name: clip.file }));
    } catch (error) {
      if (!CorpusError.isInstance(error)) throw error;
      report(new CorpusError(error.code, error.message, { file: clip.file, cause: error }));
    }
    onProgress?.(++done, clip);
  }
  signal?.throwIfAborted();
  return finder.find({ onProblem, decode, signal });
}
