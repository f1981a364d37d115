import { type ClassScores, classificationReport } from '../../metrics/classification-report.ts';
import { percent } from '../../util/percent.ts';
import { toRunPredictions } from '../../util/run-predictions.ts';
import type { ReportRun } from '../report-run.ts';
import { table } from './elements.ts';

interface Column {
  head: string;
  cell: (scores: ClassScores) => string;
}

/** The columns of a class's row. A new one is a line here. */
const COLUMNS: readonly Column[] = [
  { head: 'class', cell: ({ name }) => name },
  { head: 'precision', cell: ({ precision }) => percent(precision, 1) },
  { head: 'recall', cell: ({ recall }) => percent(recall, 1) },
  { head: 'F1', cell: ({ f1Score }) => f1Score.toFixed(3) },
];

/** The scores of each class. */
export function classTable({ labels, predictions }: ReportRun): string {
  const { yTrue, yPred } = toRunPredictions(predictions);
  const isOnce = new Set(predictions.map(({ clip }) => clip)).size === predictions.length;
  const columns: Column[] = [
    ...COLUMNS,
    { head: isOnce ? 'clips' : 'predictions', cell: ({ support }) => String(support) },
  ];
  return table(
    'Scores of each class',
    columns.map(({ head }) => head),
    classificationReport(yTrue, yPred, { labels }).classes.map((scores) =>
      columns.map(({ cell }) => cell(scores)),
    ),
  );
}
