import type { Callback, CallbackState } from '../training/callback.ts';
import { requireAtLeast0, requireWhole } from '../util/check-config.ts';
import { type MonitoredMetric, monitoredLoss, requireMetric } from '../util/monitor.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';

/** Options of {@link earlyStopping}. */
export interface EarlyStoppingOptions {
  monitor?: MonitoredMetric;
  /** An improvement must be greater than this. */
  minDelta?: number;
  /** Epochs without improvement after which training stops. */
  patience?: number;
  /** Ends with the weights of the best epoch, also when the run ends before patience does. */
  restoreBestWeights?: boolean;
}

interface State {
  wait: number;
  best: number;
  bestEpoch: number;
  bestWeights: Float32Array[] | null;
}

function initialState(): State {
  return { wait: 0, best: Number.POSITIVE_INFINITY, bestEpoch: -1, bestWeights: null };
}

/** Stops when the monitored figure has not improved for `patience` epochs: Keras' `EarlyStopping`. */
export function earlyStopping({
  monitor = 'valLoss',
  minDelta = 0,
  patience = 0,
  restoreBestWeights = false,
}: EarlyStoppingOptions = {}): Callback {
  requireMetric('earlyStopping', monitor);
  requireWhole('earlyStopping', 'patience', patience, 0);
  requireAtLeast0('earlyStopping', 'minDelta', minDelta);
  let state = initialState();
  return {
    name: 'earlyStopping',
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
    getState: () => ({ ...state }),
    setState(saved: CallbackState) {
      state = { ...(saved as unknown as State) };
    },
  };
}
