import type { Prediction } from '../cross-validation/prediction.ts';
import type { HistoryEpoch } from '../plots/history-svg.ts';

/** What a report says of a protocol; `PROTOCOLS.speaker` has all of it. */
export interface ReportProtocol {
  readonly name: string;
  readonly description: string;
  /** Whether rows of one clip can stand on both sides; the report warns then. */
  readonly leaks: boolean;
}

/** What a report is about. */
export interface ReportRun {
  title: string;
  /** How the rows were split, such as `PROTOCOLS.speaker`. Default: none. */
  protocol?: ReportProtocol;
  /** The class of each score. */
  labels: readonly string[];
  /** Of every test clip; of several folds and seeds together, from `crossValidate`. */
  predictions: readonly Prediction[];
  /** Epoch by epoch, to draw how training went. Default: none. */
  history?: readonly HistoryEpoch[];
  /** How it was made, shown as a table: recipe, seed, backend, data. Default: none. */
  config?: Readonly<Record<string, string | number | boolean>>;
}
