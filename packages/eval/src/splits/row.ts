/** The variant that is no augmentation. Only such rows validate and test. */
export const ORIGINAL = 'original';

/** The fields of a row of features that a split needs. */
export interface Row {
  /** The clip that the row was made from, by its name. */
  clip: string;
  label: string;
  /** Who speaks; '' where it is not known. */
  speaker: string;
  /** `original`, or the name of an augmentation. */
  variant: string;
  /** A part of the data set, such as `speech` or `song`. Default: none. */
  condition?: string;
  /**
   * The recording that the clip holds. Clips with the same one never stand on two sides of a split.
   * Default: the clip itself.
   */
  recording?: string;
}
