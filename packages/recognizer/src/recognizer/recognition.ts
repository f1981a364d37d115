/** A label and how much speaks for it. */
export interface LabelScore {
  label: string;
  /** In [0, 1]. */
  score: number;
}

/**
 * What was recognised in a sound: every label with its score, the highest first. The scores add up
 * to 1, and labels of equal scores stand in the order of the recogniser's labels. It is empty where
 * no speech was heard.
 */
export interface Recognition extends Array<LabelScore> {
  /** Whether speech was heard, or was not looked for. */
  speech: boolean;
  /**
   * False where the sound is unlike everything that the model was trained on: do not trust the
   * scores. Null where that is not known, or no speech was heard.
   */
  familiar: boolean | null;
  /** How far the sound is from what the model was trained on: near 1 is usual, more is stranger. */
  distance: number | null;
}
