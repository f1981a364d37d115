import type { OptionNames } from '@ser/internal';
import type { Row } from '../splits/row.ts';
import type { Split } from '../splits/split.ts';

/** The speakers that a data set's literature tests. */
export interface SpeakerLists {
  /** The speakers that each fold of `speaker` tests; together they are all of the data set's. */
  readonly folds: readonly (readonly string[])[];
  /** The speakers that `holdout` tests. */
  readonly holdout: readonly string[];
  /**
   * The speakers that each fold of `selection` tests. Recipes are chosen on them; no other speaker
   * trains or is tested there. Default: none.
   */
  readonly selection?: readonly (readonly string[])[];
  /** Groups from which validation speakers are drawn in turn. Default: all in one group. */
  readonly groups?: readonly (readonly string[])[];
  /** Whether no literature names them, and `dealSpeakers` dealt them. Default false. */
  readonly dealt?: boolean;
}

/** The options of a protocol's `splits`. */
export interface ProtocolOptions {
  /** Decides every draw: the same seed and clips give the same splits. */
  seed: number;
  /** How many folds `clip` has. Default 10. */
  folds?: number;
  /** Conditions that train, except in `reference`, which takes all rows. Default: all. */
  conditions?: readonly string[];
  /** Conditions that all protocols of speakers test. Default: `conditions`. */
  testConditions?: readonly string[];
  /** The speakers to test. All protocols of speakers need it but `loso`. Default: none. */
  speakers?: SpeakerLists;
  /**
   * How many unlabelled clips of a tested voice `speaker-adapted` hears: of each voice so many,
   * drawn by the seed, and the rest is tested; or `all`, and each clip is tested after all others
   * of its voice. Default `'all'`.
   */
  adaptation?: 'all' | number;
}

export const PROTOCOL_OPTIONS: OptionNames<ProtocolOptions> = {
  seed: true,
  folds: true,
  conditions: true,
  testConditions: true,
  speakers: true,
  adaptation: true,
};

/** The options of a protocol's `foldCount`; those of `splits` may be given as they are. */
export interface FoldCountOptions extends Partial<ProtocolOptions> {
  /** The rows that will be split. `loso` has a fold for each speaker in them. Default: none. */
  rows?: readonly Row[];
}

export const FOLD_COUNT_OPTIONS: OptionNames<FoldCountOptions> = {
  ...PROTOCOL_OPTIONS,
  rows: true,
};

/** A way to split, as commands and reports name it. */
export interface Protocol {
  /** The name under which `PROTOCOLS` has it. */
  readonly name: string;
  readonly description: string;
  /** Whether one recording can be on both sides. Such scores must say so. */
  readonly leaks: boolean;
  /** Whether its folds test whole speakers in turn, of whom none trains. */
  readonly speakerFolds: boolean;
  /**
   * How many folds it has. Without `rows`, `loso` has one for each speaker of `speakers.folds`.
   *
   * @throws {EvaluationError} `bad-argument` when it needs `speakers` and has none.
   */
  foldCount(options: FoldCountOptions): number;
  /**
   * One split a fold. Only `reference` draws validation rows. Of the others, the caller draws them
   * from the training side.
   *
   * @throws {EvaluationError} `bad-argument` when it needs `speakers` and has none, or for rows
   *   that contradict each other; `too-few` when a side would be empty.
   */
  splits(rows: readonly Row[], options: ProtocolOptions): Split[];
}
