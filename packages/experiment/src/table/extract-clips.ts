import type { ExtractorConfig, VariantConfig } from '@ser/features';

/** What is needed of a clip of `@ser/corpus`. */
export interface LabelledClip {
  /** Tells it from all others, and is the seed of its variants. */
  readonly id: string;
  /** Where it lies, for messages. */
  readonly file: string;
  /** What becomes of its rows; a condition is '' where there is none. */
  readonly info: { readonly label: string; readonly speaker: string; readonly condition?: string };
  /** What the file holds. */
  bytes(): Promise<Uint8Array>;
}

/** The features of a clip and of its variants, or why it has none. */
export type ExtractedClip =
  | {
      readonly id: string;
      readonly values: Float32Array;
      /** In the order in which the variants were asked for. */
      readonly variants: readonly { readonly name: string; readonly values: Float32Array }[];
      readonly error?: undefined;
    }
  | { readonly id: string; readonly error: Error };

/** Options of {@link ExtractClips}. */
export interface ExtractClipsOptions {
  /** Changed copies of each clip. Required. */
  variants: readonly VariantConfig[];
  /** The seed of the random numbers of a clip's variants, from the clip's id. Required. */
  seedOf: (id: string) => number;
  /** Ends the work. Default: none. */
  signal?: AbortSignal;
}

/**
 * Computes the features of clips, in any order: `extractAll` of `@ser/features/node` with a decoder
 * fits. It takes clips as it needs them; where many wait for one that it holds, it is handed no
 * more, and is called again for the rest.
 */
export type ExtractClips = (
  clips: Iterable<LabelledClip> | AsyncIterable<LabelledClip>,
  config: ExtractorConfig,
  options: ExtractClipsOptions,
) => AsyncIterable<ExtractedClip>;
