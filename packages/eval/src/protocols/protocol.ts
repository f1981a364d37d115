import type { OptionNames } from '@ser/internal';
import type { Row } from '../splits/row.ts';
import type { Split } from '../splits/split.ts';

/** The speakers that a data set's literature tests. */
export interface SpeakerLists {
  /** The speakers that each fold of `speaker` tests; together they are all of the data set's. */
  readonly folds: readonly (readonly string[])[];
  /** The speakers that `holdout` tests. */
  readonly holdout: readonly string[];
  /** Groups from which validation speakers are drawn in turn. Default: all in one group. */
  readonly groups?: readonly (readonly string[])[];
}

/** The options of a protocol's `splits`. */
export interface ProtocolOptions {
  /** Decides every draw: the same seed and clips give the same splits. */
  seed: number;
  /** How many folds `clip` has. Default 10. */
  folds?: number;
  /** Conditions that train, except in `reference`, which takes all rows. Default: all. */
  conditions?: readonly string[];
  /** Conditions that `speaker` and `holdout` test. Default: `conditions`. */
  testConditions?: readonly string[];
  /** The speakers to test. `speaker` and `holdout` need it. Default: none. */
  speakers?: SpeakerLists;
}

export const PROTOCOL_OPTIONS: OptionNames<ProtocolOptions> = {
  seed: true,
  folds: true,
  conditions: true,
  testConditions: true,
  speakers: true,
};

/** A way to split, as commands and reports name it. */
export interface Protocol {
  /** The name under which `PROTOCOLS` has it. */
  readonly name: string;
  readonly description: string;
  /** Whether one recording can be on both sides. Such scores must say so. */
  readonly leaks: boolean;
  /**
   * How many folds it has.
   *
   * @throws {EvaluationError} `bad-argument` when it needs `speakers` and has none.
   */
  foldCount(options: Pick<ProtocolOptions, 'folds' | 'speakers'>): number;
  /**
   * One split a fold. Only `reference` draws validation rows. Of the others, the caller draws them
   * from the training side.
   *
   * @throws {EvaluationError} `bad-argument` when it needs `speakers` and has none, or for rows
   *   that contradict each other; `too-few` when a side would be empty.
   */
  splits(rows: readonly Row[], options: ProtocolOptions): Split[];
}
