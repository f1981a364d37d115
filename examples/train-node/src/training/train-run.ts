import { performance } from 'node:perf_hooks';
import type { Prediction, Split } from '@ser/eval';
import { presets } from '@ser/features';
import {
  buildModel,
  type Callback,
  Classifier,
  classWeights,
  csvLogger,
  type Dataset,
  type EpochLogs,
  earlyStopping,
  fit,
  reduceLrOnPlateau,
  StandardScaler,
} from '@ser/model';
import { EMOTIONS } from '@ser/ravdess';
import { say, startProgress } from '../console/progress.ts';
import { type FeatureTable, selectRows } from '../table/feature-table.ts';
import { RECIPES } from './recipes.ts';
import type { RunConfig } from './run-config.ts';
import type { RunFolder } from './run-folder.ts';
import { type DetailedScore, predictRows, score } from './score.ts';
import { SPLIT_FILE, splitClips } from './split-clips.ts';

/** What a finished run found. */
export interface RunResult {
  config: RunConfig;
  history: EpochLogs[];
  /** Median over this session's steps. */
  millisecondsPerStep: number;
  train: DetailedScore;
  validation: DetailedScore;
  test: DetailedScore;
  /** Of the test clips. */
  predictions: Prediction[];
  /** Of `weights.bin`. */
  weightsSha256: string;
}

/** What a run is made of. */
export interface TrainRunOptions {
  table: FeatureTable;
  /** Indices into the table's rows. */
  split: Split;
  config: RunConfig;
  folder: RunFolder;
  signal: AbortSignal;
}

/**
 * Trains one model on one split and scores it, leaving model, history, resume point and the clips of the split in the
 * run's folder. A run whose folder holds a resume point goes on from there.
 *
 * @throws the signal's reason when aborted; the folder then holds the last finished epoch
 */
export async function trainRun({
  table,
  split,
  config,
  folder,
  signal,
}: TrainRunOptions): Promise<RunResult> {
  const recipe = RECIPES[config.recipe];
  await folder.writeJson(SPLIT_FILE, splitClips(table.rows, split));
  const scaler = StandardScaler.fit(selectRows(table, split.train).x, table.names.length);
  const dataset = (indices: number[]): Dataset => {
    const { rows, x } = selectRows(table, indices);
    return {
      x: scaler.transform(x),
      y: Int32Array.from(rows, (row) => EMOTIONS.indexOf(row.label)),
    };
  };
  const training = dataset(split.train);
  const classifier = new Classifier({
    model: buildModel({ ...recipe.model, seed: config.seed }),
    labels: EMOTIONS,
    scaler,
    extractor: presets[recipe.preset],
  });
  const watch = watchTraining(folder, config.epochs);
  try {
    const history = await fit(classifier.model, training, {
      epochs: config.epochs,
      batchSize: recipe.batchSize,
      learningRate: recipe.learningRate,
      seed: config.seed,
      validation: dataset(split.validation),
      classWeight: classWeights(training.y, EMOTIONS.length),
      callbacks: [
        earlyStopping({ patience: recipe.earlyStoppingPatience, restoreBestWeights: true }),
        reduceLrOnPlateau(recipe.reduceLr),
        csvLogger({ to: folder.store }),
        // The last, so that the state that it saves has what the others have just learnt.
        watch.callback,
      ],
      resumeFrom: await folder.readState(),
      signal,
    });
    watch.stop();
    const { weightsSha256 } = await classifier.save(folder.store);
    const predict = (indices: number[]) => predictRows(classifier, table, indices, config);
    const predictions = await predict(split.test);
    return {
      config,
      history,
      millisecondsPerStep: watch.millisecondsPerStep(),
      train: score(await predict(split.train)),
      validation: score(await predict(split.validation)),
      test: score(predictions),
      predictions,
      weightsSha256,
    };
  } finally {
    watch.stop();
    classifier.dispose();
  }
}

interface Watch {
  callback: Callback;
  stop(): void;
  millisecondsPerStep(): number;
}

/** Shows progress, times the steps, and after each epoch writes the resume point. */
function watchTraining(folder: RunFolder, epochs: number): Watch {
  const times: number[] = [];
  let bar: ReturnType<typeof startProgress> | undefined;
  let started = 0;
  const callback: Callback = {
    name: 'watch',
    onEpochBegin() {
      started = performance.now();
    },
    onBatchEnd({ epoch, batch, batches, loss }) {
      times.push(performance.now() - started);
      bar ??= startProgress('training', epochs * batches);
      bar.update(epoch * batches + batch + 1, `epoch ${epoch + 1}, loss ${loss.toFixed(3)}`);
      started = performance.now();
    },
    async onEpochEnd(logs, trainer) {
      say(epochLine(logs, epochs));
      await folder.saveState(await trainer.captureState());
    },
  };
  return {
    callback,
    stop: () => bar?.stop(),
    millisecondsPerStep: () => median(times),
  };
}

function epochLine(logs: EpochLogs, epochs: number): string {
  const {
    epoch,
    loss,
    accuracy,
    valLoss = Number.NaN,
    valAccuracy = Number.NaN,
    learningRate,
  } = logs;
  return [
    `epoch ${String(epoch + 1).padStart(String(epochs).length)}/${epochs}`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${accuracy.toFixed(3)}`,
    `val_loss ${valLoss.toFixed(4)}`,
    `val_accuracy ${valAccuracy.toFixed(3)}`,
    `rate ${learningRate.toPrecision(2)}`,
  ].join('  ');
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length > 0 ? sorted[sorted.length >> 1] : 0;
}
