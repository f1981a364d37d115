/** The variant that is no augmentation; only such rows validate and test. */
export const ORIGINAL = 'original';

/** What a split must know of one row of features. */
export interface Row {
  /** The recording that the row was made from. */
  clip: string;
  label: string;
  /** Who speaks; '' where nobody knows. */
  speaker: string;
  /** `original`, or the name of an augmentation. */
  variant: string;
  /** What sets recordings of one speaker apart, such as `speech` and `song`. Default: none. */
  condition?: string;
}
