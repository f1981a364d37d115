import type { FoldSummary } from '../report/summarize-folds.ts';
import type { Predictions } from './predictions.ts';

/** What a cross-validation found. */
export interface FoldsResult extends Predictions {
  summary: FoldSummary;
  /** For people, as `report.txt` keeps it. */
  report: string;
}
