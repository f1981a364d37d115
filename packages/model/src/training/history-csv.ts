import { checkList } from '../util/check-list.ts';
import type { EpochLogs } from './epoch-logs.ts';

/** Column name in Keras' `CSVLogger` → key of our logs. */
const COLUMNS: [string, keyof EpochLogs][] = [
  ['epoch', 'epoch'],
  ['accuracy', 'accuracy'],
  ['learning_rate', 'learningRate'],
  ['loss', 'loss'],
  ['val_accuracy', 'valAccuracy'],
  ['val_loss', 'valLoss'],
];

/**
 * The figures of each epoch as CSV, with the columns of Keras' `CSVLogger`.
 *
 * @throws {ModelError} `bad-argument`.
 */
export function historyCsv(history: EpochLogs[]): string {
  checkList('historyCsv', 'history', history);
  const header = COLUMNS.map(([column]) => column).join(',');
  const rows = history.map((logs) => COLUMNS.map(([, key]) => logs[key] ?? '').join(','));
  return `${[header, ...rows].join('\n')}\n`;
}
