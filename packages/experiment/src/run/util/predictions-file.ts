import type { Prediction } from '@ser/eval';
import type { FileStore } from '@ser/model';
import * as v from 'valibot';
import { RUN_FILES } from '../run-files.ts';
import { readChecked, writeJson } from './json-files.ts';

/** What `predictions.json` holds, of a run as of a cross-validation. */
export interface Predictions {
  /** The class of each score. */
  labels: readonly string[];
  /** Of every test clip in every run. */
  predictions: readonly Prediction[];
}

const schema: v.GenericSchema<unknown, Predictions> = v.object({
  labels: v.array(v.string()),
  predictions: v.array(
    v.object({
      clip: v.string(),
      speaker: v.string(),
      fold: v.number(),
      seed: v.number(),
      truth: v.string(),
      predicted: v.string(),
      scores: v.array(v.number()),
    }),
  ),
});

export function writePredictions(
  store: FileStore,
  { labels, predictions }: Predictions,
): Promise<void> {
  return writeJson(store, RUN_FILES.predictions, { labels, predictions });
}

/** Undefined where there are none. @throws ExperimentError `bad-file` when it holds something else */
export function readPredictions(
  store: FileStore,
  file: string = RUN_FILES.predictions,
): Promise<Predictions | undefined> {
  return readChecked(store, file, schema);
}
