import type { FeatureKind } from './feature-kind.ts';
import type * as kinds from './kinds/index.ts';
import type { SignalConfig } from './signal-config.ts';
import type { Statistic } from './statistics.ts';

type ConfigOf<Kind> = Kind extends FeatureKind<infer Config> ? Config : never;

/** One feature of an extractor: the configuration of any kind in `kinds/index.ts`. */
export type FeatureConfig = ConfigOf<(typeof kinds)[keyof typeof kinds]>;

/** The configuration of an extractor, as plain JSON, which is saved with a trained model. */
export interface ExtractorConfig extends SignalConfig {
  /** The features, in the order of their values. */
  readonly features: readonly FeatureConfig[];
  /**
   * How the frames are summarised. One statistic gives a value for each row. A list gives all rows
   * of the first statistic, then those of the next. Null gives the frames themselves, `[frames,
   * rows]`. Default `'mean'`.
   */
  readonly statistic?: Statistic | readonly Statistic[] | null;
  /**
   * With `statistic: null`, the number of frames of every clip. Longer clips are cut, shorter ones
   * are filled with zeros at the end. Null leaves the clip's own number. Default null.
   */
  readonly frames?: number | null;
}
