import type { Prediction, Split } from '@ser/eval';
import { Classifier, csvLogger, type Dataset, fit, ModelError, StandardScaler } from '@ser/model';
import type { Plan } from '../../plan/plan.ts';
import { buildModelOf } from '../../recipe/build-model-of.ts';
import { fitOptionsOf } from '../../recipe/util/fit-options-of.ts';
import { selectRows, type Table } from '../../table/table.ts';
import { predictRows } from '../predict-rows.ts';
import { RUN_FILES } from '../run-files.ts';
import type { RunPorts } from '../run-ports.ts';
import { score } from '../score.ts';
import type { TrainedSplit } from '../trained-split.ts';
import { badState, readState } from './read-state.ts';
import { watchTraining } from './watch-training.ts';

/**
 * Trains one model on one split and scores it, leaving model, history and resume point in the
 * store. A run whose store holds a resume point goes on from there. Scaler and class weights are
 * those of the training rows; validation rows choose, test rows do neither.
 *
 * @throws ExperimentError `bad-file` for a resume point that is damaged or of another run. The
 *   signal's reason when aborted; the store then holds the last finished epoch
 */
export async function trainSplit(
  plan: Plan,
  table: Table,
  split: Split,
  { store, reporter, signal }: RunPorts,
): Promise<TrainedSplit> {
  const { recipe, seed, epochs } = plan;
  const { labels, extractor, names } = table;
  const scaler = StandardScaler.fit(selectRows(table, split.train).x, names.length);
  const dataset = (indices: readonly number[]): Dataset => {
    const { rows, x } = selectRows(table, indices);
    return {
      x: scaler.transform(x),
      y: Int32Array.from(rows, ({ label }) => labels.indexOf(label)),
    };
  };
  const training = dataset(split.train);
  const classifier = new Classifier({
    model: buildModelOf(recipe, extractor, { classes: labels.length, seed }),
    labels,
    scaler,
    extractor,
  });
  const watch = watchTraining(store, epochs, reporter);
  try {
    const { callbacks, ...options } = fitOptionsOf(recipe, training.y, labels.length);
    const all = [...callbacks, csvLogger({ to: store, file: RUN_FILES.history }), watch.callback];
    const resumeFrom = await readState(store, {
      model: classifier.model,
      callbacks: all,
      epochs,
    });
    const history = await fit(classifier.model, training, {
      ...options,
      epochs,
      seed,
      validation: dataset(split.validation),
      callbacks: all,
      resumeFrom,
      signal,
    }).catch((error: unknown) => {
      // `fit` alone knows the fingerprint of data and options, which it compares before all else.
      const isRefused = ModelError.isInstance(error) && error.code === 'bad-argument';
      throw resumeFrom && isRefused && !watch.hasBegun()
        ? badState(store, 'is of another run', error)
        : error;
    });
    reporter?.({ kind: 'trained', epochs: history.length });
    const { weightsSha256 } = await classifier.save(store);
    const predict = (indices: number[]): Promise<Prediction[]> =>
      predictRows(classifier, table, indices, plan);
    const predictions = await predict(split.test);
    return {
      history,
      millisecondsPerStep: watch.millisecondsPerStep(),
      train: score(await predict(split.train), labels),
      validation: score(await predict(split.validation), labels),
      test: score(predictions, labels),
      predictions,
      weightsSha256,
    };
  } finally {
    classifier.dispose();
  }
}
