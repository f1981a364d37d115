import type { ExtractClips } from '@ser/experiment';
import { extractAll } from '@ser/features/node';

/** Extracts on worker threads, which decode too. */
export const extractClips: ExtractClips = (clips, config, options) =>
  extractAll(clips, config, {
    ...options,
    decoder: import.meta.resolve('@ser/corpus/node'),
    decoderName: 'decodeAudio',
  });
