import type { FileStore } from '@ser/model';
import * as v from 'valibot';
import type { Predictions } from '../predictions.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked, writeJson } from './json-files.ts';

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

/** Writes the `predictions.json` of a run or a cross-validation. */
export function writePredictions(
  store: FileStore,
  { labels, predictions }: Predictions,
): Promise<void> {
  return writeJson(store, RUN_FILES.predictions, { labels, predictions });
}

/**
 * Reads what {@link writePredictions} wrote; undefined where there is none.
 *
 * @throws ExperimentError `bad-file` when it holds something else
 */
export function readPredictions(
  store: FileStore,
  file: string = RUN_FILES.predictions,
): Promise<Predictions | undefined> {
  return readChecked(store, file, schema);
}
