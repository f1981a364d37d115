import { crossValidate } from '../cross-validation/cross-validate.ts';
import type { Prediction } from '../cross-validation/prediction.ts';
import type { HistoryEpoch } from '../plots/history-svg.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { createRandom } from '../util/random.ts';
import { RAVDESS_SPEAKERS, ravdessRows } from './ravdess-rows.ts';

/** A run whose classifier is right most of the time, for figures and reports. */
export interface PlotRun {
  labels: string[];
  predictions: Prediction[];
  yTrue: string[];
  yPred: string[];
  yScore: number[][];
  speakers: string[];
}

/** Two epochs. */
export const HISTORY: HistoryEpoch[] = [
  { loss: 2, valLoss: 2.1, accuracy: 0.1 },
  { loss: 1, valLoss: 1.5, accuracy: 0.5 },
];

/** The five folds over the 1,440 speech clips. */
export async function plotRun(): Promise<PlotRun> {
  const labels = 'neutral calm happy sad angry fearful disgust surprised'.split(' ');
  const rows = ravdessRows(['original']).filter(({ condition }) => condition === 'speech');
  const random = createRandom('plots', 1);
  const { predictions } = await crossValidate(rows, {
    splits: speakerSplits(rows, { seed: 0, folds: RAVDESS_SPEAKERS.folds }),
    labels,
    train: ({ split }) =>
      split.test.map((i) => {
        const raw = labels.map((label) => (label === rows[i].label ? 700 : 0) + random(1000) + 1);
        const sum = raw.reduce((a, b) => a + b, 0);
        return raw.map((score) => score / sum);
      }),
  });
  return {
    labels,
    predictions,
    yTrue: predictions.map(({ truth }) => truth),
    yPred: predictions.map(({ predicted }) => predicted),
    yScore: predictions.map(({ scores }) => scores),
    speakers: predictions.map(({ speaker }) => speaker),
  };
}
