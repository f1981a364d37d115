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
  readonly uar: { readonly value: number };
  readonly emotions: readonly {
    readonly emotion: string;
    readonly recall: { readonly value: number };
    /** Of the answers that named it, the share that is right. */
    readonly precision: number;
  }[];
  readonly calibration: { readonly calibrationError: number; readonly bins: readonly ScoreBin[] };
}

/** What was measured after some clips of the tested voice were heard, without labels. */
export interface AdaptedReport {
  readonly heard: number | 'all';
  readonly uar: { readonly value: number };
}

// What is measured is read when the page is built.
const [speaker]: Report[] = Object.values(
  import.meta.glob<Report>(
    '../../../../packages/ravdess-data/models/functionals-lda/results.json',
    { eager: true, import: 'speaker' },
  ),
);
const [holdout]: Report[] = Object.values(
  import.meta.glob<Report>(
    '../../../../packages/ravdess-data/models/functionals-lda/results.json',
    { eager: true, import: 'holdout' },
  ),
);
const [adapted]: AdaptedReport[][] = Object.values(
  import.meta.glob<AdaptedReport[]>(
    '../../../../packages/ravdess-data/models/functionals-lda/results.json',
    { eager: true, import: 'speakerAdapted' },
  ),
);

/** Protocol `holdout`: four voices that had no part in anything. */
export const HOLDOUT: Report = holdout;

/** Protocol `speaker`: voices that the model had not heard, though most chose its recipe. */
export const SPEAKER: Report = speaker;

/** Protocol `speaker-adapted`: the same voices, of which some clips were heard before. */
export const SPEAKER_ADAPTED: readonly AdaptedReport[] = adapted;

/** The row of a score. */
export const binOf = (bins: readonly ScoreBin[], score: number): ScoreBin | undefined =>
  bins.find(({ from, to }) => score >= from && (score < to || (to >= 1 && score <= 1)));
