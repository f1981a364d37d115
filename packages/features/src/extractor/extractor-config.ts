import type { FeatureKind } from './feature-kind.ts';
import type * as kinds from './kinds/index.ts';
import type { SignalConfig } from './signal-config.ts';
import type { Statistic } from './statistics.ts';

type ConfigOf<Kind> = Kind extends FeatureKind<infer Config> ? Config : never;

/** One feature of an extractor: the configuration of any kind in `kinds/index.ts`. */
export type FeatureConfig = ConfigOf<(typeof kinds)[keyof typeof kinds]>;

/** What an extractor does, as plain JSON: it is saved beside a trained model. */
export interface ExtractorConfig extends SignalConfig {
  /** In the order in which they come out. */
  readonly features: readonly FeatureConfig[];
  /**
   * What becomes of the frames. One statistic gives a value a row. A list gives that many values a
   * row, first all of the first statistic. Null gives the frames themselves, `[frames, rows]`.
   * Default `'mean'`.
   */
  readonly statistic?: Statistic | readonly Statistic[] | null;
  /**
   * With `statistic: null`, frames that come out of every clip: longer ones are cut, shorter ones
   * filled with zeros at the end. Null is as many as the clip has. Default null.
   */
  readonly frames?: number | null;
}
