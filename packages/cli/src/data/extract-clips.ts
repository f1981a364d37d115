import type { ExtractClips } from '@ser/experiment';
import { extractAll } from '@ser/features/node';

/**
 * Extracts on worker threads, which decode too.
 *
 * @param workers how many threads. Default: the processors that this process may use
 */
export function extractClipsOn(workers?: number): ExtractClips {
  return (clips, config, options) =>
    extractAll(clips, config, {
      ...options,
      ...(workers !== undefined && { workers }),
      decoder: import.meta.resolve('@ser/corpus/node'),
      decoderName: 'decodeAudio',
    });
}

/** {@link extractClipsOn} all processors. */
export const extractClips: ExtractClips = extractClipsOn();
