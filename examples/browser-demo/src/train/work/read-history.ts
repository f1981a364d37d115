import type { EpochLogs } from '@ser/model';

/** The columns of Keras' `CSVLogger`, by our names. */
const COLUMNS: Record<string, keyof EpochLogs> = {
  epoch: 'epoch',
  loss: 'loss',
  accuracy: 'accuracy',
  val_loss: 'valLoss',
  val_accuracy: 'valAccuracy',
  learning_rate: 'learningRate',
};

/** The figures of each epoch, from a run's `history.csv`. */
export function readHistory(csv: string): EpochLogs[] {
  const [head = '', ...lines] = csv.trim().split('\n');
  const keys = head.split(',').map((column) => COLUMNS[column]);
  return lines.map((line) => {
    const cells = line.split(',');
    const known = keys.flatMap((key, i) => (key && cells[i] ? [[key, Number(cells[i])]] : []));
    return Object.fromEntries(known) as EpochLogs;
  });
}
