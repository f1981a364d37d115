/** Which parts of a sound an answer hangs on. */
export interface Explanation {
  /** The answer that is explained. */
  readonly label: string;
  /** Its score for the whole sound, at one speed. */
  readonly score: number;
  /** Parts of the time, in seconds, in order. */
  readonly times: readonly Part[];
  /** Bands of frequencies, in Hz, in order. */
  readonly bands: readonly Part[];
}

/** A part of a sound, and what the answer's score is without it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}
