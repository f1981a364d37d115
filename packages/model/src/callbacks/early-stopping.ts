import type { OptionNames } from '@ser/internal';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Callback } from '../training/callback.ts';
import { areWeightsOf } from '../util/are-weights-of.ts';
import { checkCallbackState, isCount } from '../util/check-callback-state.ts';
import { checkInteger, checkNonNegative } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
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

const OPTIONS: OptionNames<EarlyStoppingOptions> = {
  monitor: true,
  minDelta: true,
  patience: true,
  restoreBestWeights: true,
};

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
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  const {
    monitor = 'valLoss',
    minDelta = 0,
    patience = 0,
    restoreBestWeights = false,
  } = checkOptions('earlyStopping', options, OPTIONS);
  checkMetric('earlyStopping', 'monitor', monitor);
  checkInteger('earlyStopping', 'patience', patience, 0);
  checkNonNegative('earlyStopping', 'minDelta', minDelta);
  let state = initialState();
  let trained: LayersModel | undefined;
  return {
    name: 'earlyStopping',
    replacesWeights: restoreBestWeights,
    onTrainBegin({ model }) {
      trained = model;
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
      checkCallbackState('earlyStopping', isState(saved, trained));
      state = { ...saved };
    },
  };
}

function isState({ wait, best, bestEpoch, bestWeights }: State, model?: LayersModel): boolean {
  const areWeights =
    bestWeights === null ||
    (Array.isArray(bestWeights) &&
      bestWeights.every((each) => each instanceof Float32Array) &&
      (!model || areWeightsOf(model.getWeights(), bestWeights)));
  return isCount(wait) && typeof best === 'number' && isCount(bestEpoch, -1) && areWeights;
}
