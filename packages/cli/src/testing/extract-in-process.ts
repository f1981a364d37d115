import { decodeWav } from '@ser/corpus';
import type { ExtractClips, LabelledClip } from '@ser/experiment';
import { applyVariant, createExtractor } from '@ser/features';
import { seeded } from '@ser/testing';

/**
 * Extracts on this thread, in place of `data/extract-clips.ts`, whose workers take longer to start
 * than a few clips to extract. The noise of variants is other noise than theirs.
 */
export const extractClips: ExtractClips = async function* (clips, config, options) {
  const { variants, seedOf, signal } = options;
  const extractor = createExtractor(config);
  const valuesOf = async (clip: LabelledClip) => {
    const samples = extractor.prepare(decodeWav(await clip.bytes(), { name: clip.file }));
    const noise = { sampleRate: config.sampleRate, random: seeded(seedOf(clip.id)) };
    return {
      id: clip.id,
      values: extractor.extractSamples(samples),
      variants: variants.map((variant) => ({
        name: variant.name,
        values: extractor.extractSamples(applyVariant(samples, variant, noise)),
      })),
    };
  };
  for (const clip of clips) {
    signal?.throwIfAborted();
    yield await valuesOf(clip).catch((error) => ({ id: clip.id, error }));
  }
  signal?.throwIfAborted();
};
