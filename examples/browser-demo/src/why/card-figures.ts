/// <reference types="vite/client" />

/** Clips by their highest score, as the model's card has them. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean of their scores. */
  readonly score: number;
  /** The share that is right. */
  readonly accuracy: number;
}

interface Report {
  readonly n: number;
  readonly calibration: { readonly calibrationError: number; readonly bins: readonly ScoreBin[] };
}

// What is measured is read when the page is built. Where it is not there, nothing is claimed.
const found = import.meta.glob<Report>(
  '../../../../packages/ravdess-data/models/functionals-lda/results.json',
  { eager: true, import: 'speaker' },
);

/** Scores beside how often they are right, over voices that the model had not heard. */
export const FIGURES: Report | undefined = Object.values(found)[0];

/** The row of a score. */
export const binOf = (bins: readonly ScoreBin[], score: number): ScoreBin | undefined =>
  bins.find(({ from, to }) => score >= from && (score < to || (to >= 1 && score <= 1)));
