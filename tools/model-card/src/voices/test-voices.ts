import type { Prediction, Split } from '@ser/eval';
import { type Plan, type Table, testVariantsOf } from '@ser/experiment';
import type { Classifier } from '@ser/model';
import { adaptation } from './adaptation.ts';
import { type Heard, hear } from './hear.ts';

/** How many draws are tested of a number of clips; of `'all'` and of none there is one. */
export const DRAWS = 3;

/** A tested clip, and what its model saw of it. */
export interface TestedClip extends Prediction {
  /** The clip's features as the model sees them. */
  readonly standardized: Float32Array;
}

/** Models of voices that were brought to the average voice, one a fold. */
export interface AdaptedFolds {
  readonly splits: readonly Split[];
  readonly classifiers: readonly Classifier[];
}

/** Tests each fold's model on its voices, of whom so many clips are heard first. */
export async function testVoices(
  plan: Plan,
  table: Table,
  { splits, classifiers }: AdaptedFolds,
  heard: Heard,
): Promise<TestedClip[]> {
  const versions = testVariantsOf(plan.recipe).map(({ name }) => name);
  const voices = splits.map(({ train }) => adaptation(table, train, versions));
  const tested: TestedClip[] = [];
  const seeds = typeof heard === 'number' && heard > 0 ? DRAWS : 1;
  for (let seed = 0; seed < seeds; seed++) {
    const drawn = hear(table, plan, heard === 0 ? 'all' : heard, seed);
    for (const [i, { test, adaptation: known = [] }] of drawn.entries()) {
      const clips = test.map((row) => voices[i].versionsOf(row, heard === 0 ? [] : known));
      const found = await classifiers[i].predictVersions(clips);
      for (const [k, row] of test.entries()) {
        const { clip, speaker = '', label: truth } = table.rows[row];
        const { label: predicted, scores } = found[k];
        tested.push({
          clip,
          speaker,
          fold: i + 1,
          seed,
          truth,
          predicted,
          scores: table.labels.map((label) => scores[label]),
          standardized: standardize(classifiers[i], clips[k][0]),
        });
      }
    }
  }
  return tested;
}

/** What a classifier's model sees of an example. */
export function standardize({ scaler }: Classifier, example: Float32Array): Float32Array {
  return scaler?.transform(example) ?? example;
}
