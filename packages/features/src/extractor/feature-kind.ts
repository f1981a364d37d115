import type { FrameSource } from '../stream/util/frame-source.ts';
import type { FieldChecks } from '../util/check-fields.ts';
import type { Matrix } from '../util/matrix.ts';
import type { Analysis } from './util/analysis.ts';

/**
 * A kind of feature: how its configuration is checked, what its values are called, and how they are
 * computed. A new kind is a file in `kinds/` and a line in `kinds/index.ts`.
 */
export interface FeatureKind<Config extends { readonly kind: string }> {
  readonly kind: Config['kind'];
  /** A check for each option. */
  readonly checks: FieldChecks<Config>;
  /**
   * Whether its values are those of a whole clip, in a single frame, which needs no statistic but
   * `'mean'`. Default false.
   */
  readonly summarises?: true;
  /** How many weights its filters and transforms have. Default: none. */
  weights?(config: Config, bins: number): number;
  /** The names of the feature's rows. */
  names(config: Config): string[];
  /** The feature of a clip, `[rows, frames]`, a row a name. */
  rows(config: Config, analysis: Analysis): Matrix;
  /** The mean of each row over the frames, where it can be computed faster than by `rows`. */
  means?(config: Config, analysis: Analysis): Float32Array;
  /**
   * The feature of one frame at a time, equal bit for bit to the frames of a whole clip. A kind
   * without it needs the whole signal.
   *
   * @param path The path of the configuration in the extractor's, for messages.
   * @throws {FeatureError} for options with which the feature needs the whole signal.
   */
  live?(config: Config, source: FrameSource, path: string): FrameFeature;
}

/** Writes one feature of the current frame to `out`, from `at` on. Allocates nothing. */
export type FrameFeature = (out: Float32Array, at: number) => void;
