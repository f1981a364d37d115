import type { OptionNames } from '@ser/internal';
import type { Callback } from '../training/callback.ts';
import { checkCallbackState, isCount } from '../util/check-callback-state.ts';
import { checkFractionOrZero, checkInteger, checkNonNegative } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkMetric, type MonitoredMetric, monitoredLoss } from '../util/monitor.ts';

/** The options of `reduceLrOnPlateau`. */
export interface ReduceLrOnPlateauOptions {
  /** The figure to watch. Default `'valLoss'`. */
  monitor?: MonitoredMetric;
  /** New rate = old rate · factor. Default 0.1. */
  factor?: number;
  /** Epochs without improvement after which the rate falls. Default 10. */
  patience?: number;
  /** An improvement must be greater than this. Default 0.0001. */
  minDelta?: number;
  /** Epochs to wait after a reduction before counting again. Default 0. */
  cooldown?: number;
  /** The rate never falls below this. Default 0. */
  minLr?: number;
}

const OPTIONS: OptionNames<ReduceLrOnPlateauOptions> = {
  monitor: true,
  factor: true,
  patience: true,
  minDelta: true,
  cooldown: true,
  minLr: true,
};

type State = {
  wait: number;
  best: number;
  cooldown: number;
};

function initialState(): State {
  return { wait: 0, best: Number.POSITIVE_INFINITY, cooldown: 0 };
}

/**
 * Lowers the learning rate when the monitored figure has stopped improving: Keras'
 * `ReduceLROnPlateau`.
 *
 * @throws {ModelError} `bad-argument`.
 */
export function reduceLrOnPlateau(options: ReduceLrOnPlateauOptions = {}): Callback {
  const {
    monitor = 'valLoss',
    factor = 0.1,
    patience = 10,
    minDelta = 1e-4,
    cooldown = 0,
    minLr = 0,
  } = checkOptions('reduceLrOnPlateau', options, OPTIONS);
  checkMetric('reduceLrOnPlateau', 'monitor', monitor);
  checkFractionOrZero('reduceLrOnPlateau', 'factor', factor);
  checkInteger('reduceLrOnPlateau', 'patience', patience, 0);
  checkInteger('reduceLrOnPlateau', 'cooldown', cooldown, 0);
  checkNonNegative('reduceLrOnPlateau', 'minDelta', minDelta);
  checkNonNegative('reduceLrOnPlateau', 'minLr', minLr);
  let state = initialState();
  return {
    name: 'reduceLrOnPlateau',
    onTrainBegin() {
      state = initialState();
    },
    onEpochEnd(logs, trainer) {
      const current = monitoredLoss('reduceLrOnPlateau', monitor, logs);
      if (state.cooldown > 0) {
        state.cooldown--;
        state.wait = 0;
      }
      if (current < state.best - minDelta) {
        state.best = current;
        state.wait = 0;
      } else if (state.cooldown === 0) {
        state.wait++;
        if (state.wait >= patience && trainer.learningRate > minLr) {
          trainer.learningRate = Math.max(trainer.learningRate * factor, minLr);
          state.cooldown = cooldown;
          state.wait = 0;
        }
      }
    },
    getState: (): State => ({ ...state }),
    setState(saved: State) {
      const { wait, best, cooldown } = saved;
      const isGood = isCount(wait) && typeof best === 'number' && isCount(cooldown);
      checkCallbackState('reduceLrOnPlateau', isGood);
      state = { ...saved };
    },
  };
}
