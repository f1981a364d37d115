import type { ExtractClips, LabelledClip } from '../table/extract-clips.ts';

/** The extractor that {@link fakeExtract} stands for: two values a clip. */
export const fakeExtractor = {
  sampleRate: 8000,
  features: [{ kind: 'zcr' }, { kind: 'rms' }],
} as const;

/** A clip of speaker `1`, whose id is its file's name. */
export function fakeClip(id: string, label: string = 'calm'): LabelledClip {
  return {
    id,
    file: `${id}.wav`,
    info: { label, speaker: '1', condition: 'speech' },
    bytes: async () => new Uint8Array(),
  };
}

/** What {@link fakeExtract} does, and has done. */
export interface FakeExtract {
  extract: ExtractClips;
  /** The ids that were extracted, in order. */
  readonly extracted: string[];
}

/**
 * Extracts clips without audio: the values of a clip are its seed and the number of the variant.
 * Clips whose id begins with `bad` fail. It stops, as `extractAll` does, when the signal aborts.
 */
export function fakeExtract(onClip: (id: string) => void = () => {}): FakeExtract {
  const extracted: string[] = [];
  const values = (seed: number, variant: number) => Float32Array.of(seed % 1000, variant);
  return {
    extracted,
    async *extract(clips, _config, { variants, seedOf, signal }) {
      for await (const { id } of clips) {
        signal?.throwIfAborted();
        extracted.push(id);
        onClip(id);
        if (id.startsWith('bad')) yield { id, error: new Error(`${id} is no WAV`) };
        else {
          yield {
            id,
            values: values(seedOf(id), 0),
            variants: variants.map(({ name }, i) => ({ name, values: values(seedOf(id), i + 1) })),
          };
        }
      }
    },
  };
}
