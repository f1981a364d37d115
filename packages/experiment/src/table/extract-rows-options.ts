import type { ExtractorConfig, VariantConfig } from '@ser/features';
import type { Reporter } from '../reporter.ts';
import type { ExtractClips } from './extract-clips.ts';
import type { FeatureCache } from './feature-cache.ts';

/** Options of `extractRows`. */
export interface ExtractRowsOptions {
  /** What is computed of each clip. Required. */
  extractor: ExtractorConfig;
  /** Changed copies of each clip, which become rows of their own. Default: none. */
  variants?: readonly VariantConfig[];
  /**
   * The recording that a clip holds, by the clip's id, as `findTwins` of `@ser/corpus` finds those
   * that several clips share. Rows of one recording never stand on two sides of a split. Default:
   * each clip holds its own.
   */
  recordings?: ReadonlyMap<string, string>;
  /** What decodes and extracts. Required. */
  extract: ExtractClips;
  /** Called for each clip that is left out. Default: none, and the first such clip throws. */
  onProblem?: (file: string, error: Error) => void;
  /**
   * Keeps the features of single clips for later calls, by what their files hold and how they are
   * computed. Default: none.
   */
  features?: FeatureCache;
  /**
   * Which code computes the features: those that other code has put into `features` do not count.
   * Default `''`.
   */
  version?: string;
  /** Default: none. */
  reporter?: Reporter;
  /** Ends the work. Default: none. */
  signal?: AbortSignal;
}
