import type { Prediction } from '../cross-validation/prediction.ts';
import type { HistoryEpoch } from '../plots/history-svg.ts';
import type { ProtocolName } from '../protocols/protocol.ts';

/** What a report is about. */
export interface ReportRun {
  title: string;
  /** Default: none, and the report says nothing of it. */
  protocol?: ProtocolName;
  /** The class of each score. */
  labels: readonly string[];
  /** Of every test clip; of several folds and seeds together, from `crossValidate`. */
  predictions: readonly Prediction[];
  /** Epoch by epoch, to draw how training went. Default: none. */
  history?: readonly HistoryEpoch[];
  /** How it was made, shown as a table: recipe, seed, backend, data. Default: none. */
  config?: Readonly<Record<string, string | number | boolean>>;
}
