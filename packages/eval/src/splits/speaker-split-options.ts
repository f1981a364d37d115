import type { OptionNames } from '@ser/internal';

/** The options that `speakerSplits` and `holdoutSplit` share. */
export interface SpeakerSplitOptions {
  /** Decides every draw: the same seed and clips give the same splits. */
  seed: number;
  /** The conditions whose rows train. Default: all. */
  conditions?: readonly string[];
  /** The conditions whose rows validate and test. Default: `conditions`. */
  testConditions?: readonly string[];
  /** How many speakers of the training side validate. Default 3. */
  validationSpeakers?: number;
  /**
   * Groups from which the validation speakers are drawn in turn, such as men and women. Speakers
   * of no group never validate. Default: all speakers in one group.
   */
  speakerGroups?: readonly (readonly string[])[];
}

export const SPEAKER_SPLIT_OPTIONS: OptionNames<SpeakerSplitOptions> = {
  seed: true,
  conditions: true,
  testConditions: true,
  validationSpeakers: true,
  speakerGroups: true,
};
