import type { DoneRuns, Prediction, Row } from '@ser/eval';
import type { FileSource, FileStore } from '@ser/model';
import * as v from 'valibot';
import { ExperimentError } from '../../experiment-error.ts';
import type { TestedRun } from '../../report/summarize-folds.ts';
import { mapFigures } from '../figures.ts';
import type { FoldRun } from '../fold-run.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked } from './json-files.ts';
import { mostPredictionBytes, readPredictions } from './predictions-file.ts';

/** A run that a cross-validation has. */
export interface ExpectedRun extends FoldRun {
  /** Those that it tests. */
  readonly rows: readonly Pick<Row, 'clip' | 'speaker' | 'label'>[];
}

/** What a cross-validation reads of its runs, each of which writes its own files. */
export interface FinishedRuns extends DoneRuns {
  /**
   * Reads the predictions of a run that has been finished meanwhile.
   *
   * @throws ExperimentError `bad-file` where they, or its figures, are not there
   */
  add(run: ExpectedRun): Promise<Prediction[]>;
  /**
   * What the summary needs of all runs, in their order.
   *
   * @throws ExperimentError `bad-file` where one has no figures
   */
  readTestedRuns(): Promise<TestedRun[]>;
}

/**
 * Reads the predictions of a cross-validation's finished runs. A run writes its figures last: where
 * those are, the predictions are whole. All are read and checked at once: what is wrong with the
 * last of them is known before another is trained.
 *
 * @throws ExperimentError `bad-file` where a file is none of its run
 */
export async function readFinishedRuns(
  store: FileStore,
  runs: readonly ExpectedRun[],
  labels: readonly string[],
): Promise<FinishedRuns> {
  const done = new Map<string, Prediction[]>();
  const read = async (run: ExpectedRun): Promise<Prediction[] | undefined> => {
    if (!(await readTestedRun(store, run, run.rows.length))) return undefined;
    const predictions = await readOwnPredictions(store, run, labels);
    if (predictions) done.set(run.key, predictions);
    return predictions;
  };
  for (const run of runs) await read(run);
  return {
    get: (key) => done.get(key),
    set() {},
    async add(run) {
      const predictions = await read(run);
      if (predictions) return predictions;
      throw missing(store, `${run.key}/${RUN_FILES.metrics}`);
    },
    readTestedRuns: () =>
      Promise.all(
        runs.map(async (run) => {
          const tested = await readTestedRun(store, run, run.rows.length);
          if (tested) return tested;
          throw missing(store, `${run.key}/${RUN_FILES.metrics}`);
        }),
      ),
  };
}

function missing(store: FileStore, file: string): ExperimentError {
  return new ExperimentError(
    'bad-file',
    `${store.name}/${file} is missing; call again to train this run from its start`,
  );
}

const finite = v.pipe(v.number(), v.finite());
const testedRun: v.GenericSchema<unknown, TestedRun> = v.object({
  fold: finite,
  seed: finite,
  epochs: v.nullable(finite),
  test: v.object({ n: finite, ...mapFigures(() => finite) }),
});

/**
 * The figures of a run; undefined where it is not finished.
 *
 * @param rows how many it tests
 * @throws ExperimentError `bad-file`
 */
export async function readTestedRun(
  store: FileSource,
  { key, fold, seed }: FoldRun,
  rows: number,
): Promise<TestedRun | undefined> {
  const file = `${key}/${RUN_FILES.metrics}`;
  const run = await withRemedy(readChecked(store, file, testedRun));
  if (run && (run.fold !== fold || run.seed !== seed || run.test.n !== rows)) {
    throw isOfAnother(store, file);
  }
  return run;
}

async function readOwnPredictions(
  store: FileStore,
  { key, fold, seed, rows }: ExpectedRun,
  labels: readonly string[],
): Promise<Prediction[] | undefined> {
  const file = `${key}/${RUN_FILES.predictions}`;
  const found = await withRemedy(readPredictions(store, file, mostPredictionBytes(rows, labels)));
  if (!found) return undefined;
  const known = new Set(labels);
  const isOwn =
    found.labels.join('\n') === labels.join('\n') &&
    found.predictions.length === rows.length &&
    found.predictions.every(
      (each, i) =>
        each.fold === fold &&
        each.seed === seed &&
        each.clip === rows[i].clip &&
        each.speaker === rows[i].speaker &&
        each.truth === rows[i].label &&
        known.has(each.predicted) &&
        each.scores.length === labels.length,
    );
  if (!isOwn) throw isOfAnother(store, file);
  return [...found.predictions];
}

const REMEDY = 'remove it to train this run again';

/** The error of a file that another run has written. */
export function isOfAnother(store: FileSource, file: string): ExperimentError {
  return new ExperimentError('bad-file', `${store.name}/${file} is of another run; ${REMEDY}`);
}

/** Says beside what is wrong with a run's file what to do. */
export async function withRemedy<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    if (!ExperimentError.isInstance(cause)) throw cause;
    throw new ExperimentError(cause.code, `${cause.message}; ${REMEDY}`, { cause });
  }
}
