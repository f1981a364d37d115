import { decodeWav } from '@ser/corpus';
import {
  applyVariant,
  createExtractor,
  type Extractor,
  type ExtractorConfig,
  extractVariant,
  type VariantConfig,
} from '@ser/features';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** One clip for a worker. */
export interface ClipTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly config: ExtractorConfig;
  readonly variants: readonly VariantConfig[];
  /** Of the random numbers of its variants. */
  readonly seed: number;
}

/** The features of a clip, and of its variants in their order. */
export type ClipRows = readonly Float32Array[];

/** The steps that change samples, which draw from a generator that all variants share. */
const OF_SAMPLES = new Set(['addNoise', 'timeStretch', 'pitchShift', 'shift']);

let last: { key: string; extractor: Extractor } | undefined;

/**
 * The features of one clip: bit for bit those of `extractAll` of `@ser/features/node`, so that a
 * table is the same wherever it is made.
 */
export function extractClip({ name, bytes, config, variants, seed }: ClipTask): ClipRows {
  const key = JSON.stringify(config);
  if (last?.key !== key) last = { key, extractor: createExtractor(config) };
  const { extractor } = last;
  const audio = decodeWav(bytes, { name });
  const samples = extractor.prepare(audio);
  const shared = { sampleRate: config.sampleRate, random: randomOf(seed) };
  const rows = variants.map((variant) => {
    if (variant.steps.every(({ kind }) => OF_SAMPLES.has(kind))) {
      return extractor.extractSamples(applyVariant(samples, variant, shared));
    }
    const random = randomOf(hashText(`${seed}/${variant.name}`));
    return extractVariant(extractor, audio, variant, { random });
  });
  return [extractor.extractSamples(samples), ...rows];
}

function randomOf(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** FNV-1a of a text's UTF-8 bytes. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
