import type { OptionNames } from '@ser/internal';
import type { Prediction } from '../cross-validation/prediction.ts';
import type { HistoryEpoch } from '../plots/history-svg.ts';

/** What a report says of a protocol, such as `PROTOCOLS.speaker`. */
export interface ReportProtocol {
  readonly name: string;
  readonly description: string;
  /** Whether rows of one clip can be on both sides. The report then warns. */
  readonly leaks: boolean;
}

/** What a report is about. */
export interface ReportRun {
  title: string;
  /** How the rows were split, such as `PROTOCOLS.speaker`. Default: none. */
  protocol?: ReportProtocol;
  /** The class of each score; 1000 or fewer. More than 100 are not drawn. */
  labels: readonly string[];
  /** Of every test clip, over all folds and seeds, as `crossValidate` gives them. */
  predictions: readonly Prediction[];
  /** The figures of each epoch, to draw. Default: none. */
  history?: readonly HistoryEpoch[];
  /** Settings to show as a table, such as recipe, seed, backend and data. Default: none. */
  config?: Readonly<Record<string, string | number | boolean>>;
}

export const REPORT_RUN: OptionNames<ReportRun> = {
  title: true,
  protocol: true,
  labels: true,
  predictions: true,
  history: true,
  config: true,
};
