import type { DoneRuns, Prediction } from '@ser/eval';
import type { FileStore } from '@ser/model';
import * as v from 'valibot';
import { ExperimentError } from '../../experiment-error.ts';
import type { TestedRun } from '../../report/summarize-folds.ts';
import { mapFigures } from '../figures.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked } from './json-files.ts';
import { readPredictions } from './predictions-file.ts';

/** What a cross-validation reads of its runs, each of which writes its own files. */
export interface FinishedRuns extends DoneRuns {
  /**
   * What the summary needs of the runs that were asked for, in that order.
   *
   * @throws ExperimentError `bad-file` where one has no figures
   */
  readTestedRuns(): Promise<TestedRun[]>;
}

/**
 * The predictions of a cross-validation's finished runs. A run writes its figures last: where those
 * are, the predictions are whole.
 */
export function finishedRuns(store: FileStore): FinishedRuns {
  const keys = new Set<string>();
  return {
    async get(key): Promise<Prediction[] | undefined> {
      keys.add(key);
      if ((await store.read(`${key}/${RUN_FILES.metrics}`)) === undefined) return undefined;
      const found = await readPredictions(store, `${key}/${RUN_FILES.predictions}`);
      return found && [...found.predictions];
    },
    set() {},
    readTestedRuns() {
      return Promise.all([...keys].map((key) => readTestedRun(store, key)));
    },
  };
}

const testedRun: v.GenericSchema<unknown, TestedRun> = v.object({
  fold: v.number(),
  seed: v.number(),
  epochs: v.number(),
  test: v.object({ n: v.number(), ...mapFigures(() => v.number()) }),
});

async function readTestedRun(store: FileStore, key: string): Promise<TestedRun> {
  const file = `${key}/${RUN_FILES.metrics}`;
  const run = await readChecked(store, file, testedRun);
  if (run) return run;
  throw new ExperimentError(
    'bad-file',
    `${store.name}/${file} is missing; call again to train this run from its start`,
  );
}
