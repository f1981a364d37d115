import type { DoneRuns, Prediction } from '@ser/eval';
import type { FileStore } from '@ser/model';
import * as v from 'valibot';
import type { TestedRun } from '../../report/summarize-folds.ts';
import { mapFigures } from '../figures.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked } from './json-files.ts';
import { readPredictions } from './predictions-file.ts';

/**
 * The predictions of a cross-validation's finished runs. A run writes its own, and its figures last:
 * where those are, the predictions are whole.
 */
export function finishedRuns(store: FileStore): DoneRuns {
  return {
    async get(key): Promise<Prediction[] | undefined> {
      if ((await store.read(`${key}/${RUN_FILES.metrics}`)) === undefined) return undefined;
      const found = await readPredictions(store, `${key}/${RUN_FILES.predictions}`);
      return found && [...found.predictions];
    },
    set() {},
  };
}

const testedRun: v.GenericSchema<unknown, TestedRun> = v.object({
  fold: v.number(),
  seed: v.number(),
  epochs: v.number(),
  test: v.object({ n: v.number(), ...mapFigures(() => v.number()) }),
});

/** What the summary needs of the runs that the predictions come from, in their order. */
export async function readTestedRuns(
  store: FileStore,
  predictions: readonly Prediction[],
): Promise<TestedRun[]> {
  const keys = new Set(predictions.map(({ fold, seed }) => `fold${fold}-seed${seed}`));
  const runs = await Promise.all(
    [...keys].map((key) => readChecked(store, `${key}/${RUN_FILES.metrics}`, testedRun)),
  );
  return runs.filter((run) => run !== undefined);
}
