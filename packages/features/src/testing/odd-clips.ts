import { seeded } from '@ser/testing';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { Extractor } from '../extractor/extractor.ts';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import type { ClipFeatures } from '../node/index.ts';

const sampleRate = 8000;

/** What the clips are extracted with. */
export const oddConfig: ExtractorConfig = {
  sampleRate,
  nFft: 256,
  features: [{ kind: 'rms' }, { kind: 'mel', nMels: 4 }],
};
export const oddExtractor: Extractor = createExtractor(oddConfig);

/** Decodes what `encodeRaw` wrote. */
export const rawDecoding: { decoder: URL; decoderName: string } = {
  decoder: new URL('./raw-audio.ts', import.meta.url),
  decoderName: 'decodeRaw',
};

/** Twelve clips of different lengths, so that workers finish them out of order. */
export const oddClips: { id: string; samples: Float32Array; sampleRate: number }[] = Array.from(
  { length: 12 },
  (_, i) => {
    const random = seeded(i);
    const samples = Float32Array.from({ length: 500 + 9000 * ((i * 7) % 5) }, () => random() - 0.5);
    return { id: `clip-${i}`, samples, sampleRate };
  },
);

/** All results, in the order in which they came. */
export async function all(results: AsyncIterable<ClipFeatures>): Promise<ClipFeatures[]> {
  const list: ClipFeatures[] = [];
  for await (const result of results) list.push(result);
  return list;
}
