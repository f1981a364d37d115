import type { Callback } from '../training/callback.ts';
import { checkInteger, checkNonNegative } from '../util/check-numbers.ts';
import { checkMetric, type MonitoredMetric, monitoredLoss } from '../util/monitor.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';

/** The options of `earlyStopping`. */
export interface EarlyStoppingOptions {
  /** The figure to watch. Default `'valLoss'`. */
  monitor?: MonitoredMetric;
  /** An improvement must be greater than this. Default 0. */
  minDelta?: number;
  /** Epochs without improvement after which training stops. Default 0. */
  patience?: number;
  /**
   * Whether the run ends with the weights of the best epoch, for whatever reason it ends. `fit`
   * refuses it together with `averageWeights`, which gives the model other weights. Default false.
   */
  restoreBestWeights?: boolean;
}

type State = {
  wait: number;
  best: number;
  bestEpoch: number;
  bestWeights: Float32Array[] | null;
};

function initialState(): State {
  return { wait: 0, best: Number.POSITIVE_INFINITY, bestEpoch: -1, bestWeights: null };
}

/**
 * Stops when the monitored figure has not improved for `patience` epochs: Keras' `EarlyStopping`.
 *
 * @throws {ModelError} `bad-argument`.
 */
export function earlyStopping({
  monitor = 'valLoss',
  minDelta = 0,
  patience = 0,
  restoreBestWeights = false,
}: EarlyStoppingOptions = {}): Callback {
  checkMetric('earlyStopping', 'monitor', monitor);
  checkInteger('earlyStopping', 'patience', patience, 0);
  checkNonNegative('earlyStopping', 'minDelta', minDelta);
  let state = initialState();
  return {
    name: 'earlyStopping',
    replacesWeights: restoreBestWeights,
    onTrainBegin() {
      state = initialState();
    },
    async onEpochEnd(logs, trainer) {
      const current = monitoredLoss('earlyStopping', monitor, logs);
      if (current < state.best - minDelta) {
        const bestWeights = restoreBestWeights ? await getWeightsData(trainer.model) : null;
        state = { wait: 0, best: current, bestEpoch: logs.epoch, bestWeights };
        return;
      }
      state.wait++;
      if (state.wait >= patience && logs.epoch > 0) trainer.stopTraining = true;
    },
    onTrainEnd(trainer) {
      if (state.bestWeights) setWeightsData(trainer.model, state.bestWeights);
    },
    getState: (): State => ({ ...state }),
    setState(saved: State) {
      state = { ...saved };
    },
  };
}
