import { readFileSync } from 'node:fs';
import type { MonitoredMetric } from '../util/monitor.ts';
import type { Replay } from './replay.ts';

interface Weight {
  shape: number[];
  data: number[];
}

/** A run of Keras' `fit`. */
interface KerasRun {
  /** The figures of each epoch. */
  history: { loss: number; accuracy: number; val_loss: number; val_accuracy: number }[];
  /** The weights in the end. */
  after: Weight[];
}

/** What a callback of Keras makes of figures. */
export interface KerasCase extends Replay {
  options: { monitor: MonitoredMetric } & Record<string, number | string>;
  figures: number[];
  /** The epoch whose weights there are in the end. */
  weightsOf: number;
}

interface Golden {
  x: number[];
  y: number[];
  validation: { x: number[]; y: number[] };
  batchSize: number;
  classWeight: number[];
  /** The order of the examples in each epoch. */
  orders: number[][];
  before: Weight[];
  runs: Record<'plain' | 'weighted' | 'decayed', KerasRun>;
  earlyStopping: KerasCase[];
  reduceLrOnPlateau: KerasCase[];
}

/** Written by tools/parity/keras_training_golden.py, which names the versions. */
export const KERAS_TRAINING: Golden = JSON.parse(
  readFileSync(new URL('../../fixtures/keras-training.golden.json', import.meta.url), 'utf8'),
);

/** The figures of a case as those of a replay: one list for each of the two figures. */
export function figuresOf({ options, figures }: KerasCase): [losses: number[], accs: number[]] {
  const others = figures.map(() => 0);
  return options.monitor === 'valAccuracy' ? [others, figures] : [figures, others];
}
