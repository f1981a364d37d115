import type { Prediction } from '@ser/eval';
import { type Classifier, takeRows } from '@ser/model';
import { rowSize, type Table } from '../table/table.ts';

/**
 * What the classifier predicts for a table's rows at `indices`; fold and seed are those of the run.
 */
export async function predictRows(
  classifier: Classifier,
  table: Table,
  indices: readonly number[],
  { fold, seed }: Pick<Prediction, 'fold' | 'seed'>,
): Promise<Prediction[]> {
  const size = rowSize(table);
  const examples = indices.map((index) => takeRows(table.x, size, [index]));
  const predictions = await classifier.predict(examples);
  return indices.map((index, i) => {
    const { clip, speaker, label } = table.rows[index];
    return {
      clip,
      speaker,
      fold,
      seed,
      truth: label,
      predicted: predictions[i].label,
      scores: classifier.labels.map((name) => predictions[i].scores[name]),
    };
  });
}
