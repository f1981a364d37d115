import type { FileSource, FileStore } from '@ser/model';
import * as v from 'valibot';
import type { Predictions } from '../predictions.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked, writeJson } from './json-files.ts';

const finite = v.pipe(v.number(), v.finite());

const schema: v.GenericSchema<unknown, Predictions> = v.object({
  labels: v.array(v.string()),
  predictions: v.array(
    v.object({
      clip: v.string(),
      speaker: v.string(),
      fold: finite,
      seed: finite,
      truth: v.string(),
      predicted: v.string(),
      scores: v.array(finite),
    }),
  ),
});

/** Bytes of a prediction beside its scores and its names, as JSON for people. */
const PREDICTION_BYTES = 1024;
/** Bytes of a score, and of a label. */
const SCORE_BYTES = 64;
/** Bytes that a character takes as JSON. */
const CHARACTER_BYTES = 6;

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
 * @param most bytes that it may have, see {@link mostPredictionBytes}
 * @throws ExperimentError `bad-file` when it holds something else
 */
export function readPredictions(
  store: FileSource,
  file: string,
  most: number,
): Promise<Predictions | undefined> {
  return readChecked(store, file, schema, most);
}

/** More bytes than the predictions of these rows take. */
export function mostPredictionBytes(
  rows: readonly { readonly clip: string; readonly speaker: string }[],
  labels: readonly string[],
): number {
  const names = rows.reduce((sum, { clip, speaker }) => sum + clip.length + speaker.length, 0);
  const ofLabels = labels.reduce((sum, label) => sum + label.length, 0);
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  const perRow = PREDICTION_BYTES + SCORE_BYTES * labels.length + 2 * CHARACTER_BYTES * longest;
  return (
    rows.length * perRow +
    CHARACTER_BYTES * (names + ofLabels) +
    SCORE_BYTES * labels.length +
    PREDICTION_BYTES
  );
}
