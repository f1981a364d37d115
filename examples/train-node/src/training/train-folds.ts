import { type CrossValidation, crossValidate, type Prediction } from '@ser/eval';
import { EMOTIONS } from '@ser/ravdess';
import { say } from '../console/progress.ts';
import type { FeatureTable } from '../table/feature-table.ts';
import { chooseSplits, foldCount } from './choose-split.ts';
import { finishRun, type RunSummary } from './finish-run.ts';
import type { RunConfig } from './run-config.ts';
import { RunFolder } from './run-folder.ts';
import { score } from './score.ts';
import { trainRun } from './train-run.ts';

/** What a cross-validation found. */
export interface TrainedFolds extends CrossValidation {
  /** Of every fold and seed, in the order of training. */
  runs: RunSummary[];
}

/**
 * Trains and tests every fold with every seed, each in a run folder of its own inside `folder`. Runs that are finished
 * there are kept, one that was interrupted goes on.
 *
 * @throws the signal's reason when aborted
 */
export async function trainFolds({
  table,
  config,
  folder,
  signal,
}: {
  table: FeatureTable;
  config: RunConfig;
  folder: RunFolder;
  signal: AbortSignal;
}): Promise<TrainedFolds> {
  const { rows } = table;
  const seeds = Array.from({ length: config.seeds }, (_, seed) => seed);
  const name = ({ fold, seed }: { fold: number; seed: number }): string =>
    `fold ${fold} of ${foldCount(config)}, seed ${seed}`;
  const validation = await crossValidate(rows, {
    splits: (seed) => chooseSplits(rows, { ...config, seed }),
    seeds,
    labels: EMOTIONS,
    train: async (run) => {
      say(name(run));
      const own = singleRun(config, run);
      const inner = await RunFolder.nested(folder, run.key, own);
      const result = await trainRun({
        table,
        split: run.split,
        config: own,
        folder: inner,
        signal,
      });
      await finishRun(result, inner, []);
      return result.predictions.map(({ scores }) => scores);
    },
    done: {
      // The figures are written last: where they are, the predictions are whole.
      get: async (key) => {
        const isFinished = (await folder.read(`${key}/metrics.json`)) !== undefined;
        return isFinished ? folder.readJson<Prediction[]>(`${key}/predictions.json`) : undefined;
      },
      set: () => {}, // `train` has written them
    },
    onProgress: ({ done, total, predictions, ...run }) => {
      const { uar, accuracy } = score(predictions);
      const figures = `UAR ${uar.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`;
      say(`${name(run)}: ${figures} (${done} of ${total} done)`);
    },
    signal,
  });
  const keys = new Set(validation.predictions.map(({ fold, seed }) => `fold${fold}-seed${seed}`));
  const runs = await Promise.all(
    [...keys].map((key) => folder.readJson<RunSummary>(`${key}/metrics.json`)),
  );
  return { ...validation, runs: runs.filter((run) => run !== undefined) };
}

/** The configuration of one run of a cross-validation. */
function singleRun(config: RunConfig, { fold, seed }: { fold: number; seed: number }): RunConfig {
  return { ...config, command: 'train', fold, seed, seeds: 1 };
}
