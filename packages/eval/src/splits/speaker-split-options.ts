/** What `speakerSplits` and `holdoutSplit` have in common. */
export interface SpeakerSplitOptions {
  seed: number;
  /** Conditions that train. Default: all. */
  conditions?: readonly string[];
  /** Conditions that validate and test. Default: `conditions`. */
  testConditions?: readonly string[];
  /** How many speakers of the training side validate; 0 for none. Default 3. */
  validationSpeakers?: number;
  /**
   * Groups from which the validation speakers are drawn in turn, such as men and women. Speakers
   * of no group never validate. Default: all speakers in one group.
   */
  speakerGroups?: readonly (readonly string[])[];
}
