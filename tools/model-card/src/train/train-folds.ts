import type { Prediction, Split } from '@ser/eval';
import { type Plan, runFolds, splitFolds, type Table } from '@ser/experiment';
import { Classifier, memoryStore, nestedStore } from '@ser/model';
import { note } from '../util/progress.ts';

/** The models of a cross-validation, and what they say of the clips that they never met. */
export interface TrainedFolds {
  readonly splits: readonly Split[];
  /** One a fold. */
  readonly classifiers: readonly Classifier[];
  readonly predictions: readonly Prediction[];
  dispose(): void;
}

/** Trains every fold of a plan. */
export async function trainFolds(plan: Plan, table: Table, title: string): Promise<TrainedFolds> {
  const store = memoryStore();
  const { predictions } = await runFolds(plan, table, {
    store,
    reporter(event) {
      if (event.kind !== 'run-end') return;
      const { fold, folds, uar } = event;
      note(`${title}: fold ${fold} of ${folds}, UAR ${uar.toFixed(3)}`);
    },
  });
  const splits = splitFolds(table.rows, plan);
  const classifiers: Classifier[] = [];
  for (const [i] of splits.entries()) {
    classifiers.push(await Classifier.load(nestedStore(store, `fold${i + 1}-seed0`)));
  }
  return {
    splits,
    classifiers,
    predictions,
    dispose() {
      for (const classifier of classifiers) classifier.dispose();
    },
  };
}
