import { decodeAudio } from '@ser/corpus/node';
import type { ExtractClips, LabelledClip } from '@ser/experiment';
import { createExtractor, extractVariant } from '@ser/features';
import { seeded } from '@ser/testing';

/**
 * Extracts on this thread, in place of `data/extract-clips.ts`, whose workers take longer to start
 * than a few clips to extract. The noise of variants is other noise than theirs.
 */
export const extractClips: ExtractClips = async function* (clips, config, options) {
  const { variants, seedOf, signal } = options;
  const extractor = createExtractor(config);
  const valuesOf = async (clip: LabelledClip) => {
    const audio = await decodeAudio(await clip.bytes(), { name: clip.file });
    const noise = { random: seeded(seedOf(clip.id)) };
    return {
      id: clip.id,
      values: extractor.extract(audio),
      variants: variants.map((variant) => ({
        name: variant.name,
        values: extractVariant(extractor, audio, variant, noise),
      })),
    };
  };
  for await (const clip of clips) {
    signal?.throwIfAborted();
    yield await valuesOf(clip).catch((error) => ({ id: clip.id, error }));
  }
  signal?.throwIfAborted();
};

/** {@link extractClips}: there are no workers to count. */
export const extractClipsOn = (): ExtractClips => extractClips;
