import { applyVariant } from '../../augment/apply-variant.ts';
import { extractVariant } from '../../augment/extract-variant.ts';
import { isRecordingStep } from '../../augment/util/check-step.ts';
import type { VariantConfig } from '../../augment/variant-config.ts';
import { createExtractor } from '../../extractor/create-extractor.ts';
import type { Extractor } from '../../extractor/extractor.ts';
import type { ExtractorConfig } from '../../extractor/extractor-config.ts';
import type { Audio } from '../../samples.ts';
import { clipRandom } from './clip-random.ts';
import { type Decoder, decodeClip } from './decode-clip.ts';
import { variantSeed } from './variant-seed.ts';

/** A worker's task: one clip, as samples, as a file's bytes or as a file to read. */
export interface ClipTask {
  readonly config: ExtractorConfig;
  readonly audio?: Audio;
  readonly bytes?: Uint8Array;
  readonly file?: string;
  readonly decoder?: Decoder;
  /** Changed copies of the clip, and the seed of their random numbers. */
  readonly variants: readonly VariantConfig[];
  readonly seed: number;
}

/** The features of a changed copy of a clip. */
export interface VariantValues {
  readonly name: string;
  readonly values: Float32Array;
}

/** A worker's answer. An error is sent as its fields, because its class would be lost. */
export type ClipAnswer =
  | { readonly values: Float32Array; readonly variants: readonly VariantValues[] }
  | { readonly error: { readonly name: string; readonly code: unknown; readonly message: string } };

let last: { key: string; extractor: Extractor } | undefined;

/** Reads, decodes and extracts one clip; runs in a worker thread, and never throws. */
export async function extractClip(task: ClipTask): Promise<ClipAnswer> {
  try {
    const { config, variants, seed } = task;
    const key = JSON.stringify(config);
    if (last?.key !== key) last = { key, extractor: createExtractor(config) };
    const { extractor } = last;
    const audio = task.audio ?? (await decodeClip(task));
    const samples = extractor.prepare(audio);
    // Variants of samples draw from one generator, one after the other, as published ones did.
    const options = { sampleRate: config.sampleRate, random: clipRandom(seed) };
    const valuesOf = (variant: VariantConfig): Float32Array => {
      if (!variant.steps.some(isRecordingStep)) {
        return extractor.extractSamples(applyVariant(samples, variant, options));
      }
      const random = clipRandom(variantSeed(seed, variant.name));
      return extractVariant(extractor, audio, variant, { random });
    };
    return {
      values: extractor.extractSamples(samples),
      variants: variants.map((variant) => ({ name: variant.name, values: valuesOf(variant) })),
    };
  } catch (error) {
    // A decoder may throw what is no Error.
    const { name, code, message } = (error ?? {}) as Error & { code?: unknown };
    return { error: { name: name ?? 'Error', code, message: message ?? String(error) } };
  }
}
