import type { Classifier } from '@ser/model';
import { expect, it } from 'vitest';
import { sequenceTable } from '../testing/sequences.ts';
import { predictRows } from './predict-rows.ts';

const table = sequenceTable();
const labels = ['b', 'a'];
const asked: Float32Array[] = [];

/** Says `a` of every example, and scores it by its place in the batch. */
const classifier = {
  labels,
  async predict(examples: Float32Array[]) {
    asked.push(...examples);
    return examples.map((_, i) => ({ label: 'a', scores: { a: i, b: i + 9 } }));
  },
} as unknown as Classifier;

it('predicts the rows that are asked for, in their order, with scores by the labels', async () => {
  const found = await predictRows(classifier, table, [7, 2], { fold: 3, seed: 5 });
  expect(asked).toEqual([table.x.slice(7 * 24, 8 * 24), table.x.slice(2 * 24, 3 * 24)]);
  expect(found).toEqual(
    [7, 2].map((index, i) => ({
      clip: table.rows[index].clip,
      speaker: table.rows[index].speaker,
      fold: 3,
      seed: 5,
      truth: table.rows[index].label,
      predicted: 'a',
      scores: [i + 9, i],
    })),
  );
});
