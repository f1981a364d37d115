import type { Callback, CallbackState } from '../training/callback.ts';
import { requireAtLeast0, requireRate, requireWhole } from '../util/check-config.ts';
import { type MonitoredMetric, monitoredLoss, requireMetric } from '../util/monitor.ts';

/** Options of {@link reduceLrOnPlateau}. */
export interface ReduceLrOnPlateauOptions {
  monitor?: MonitoredMetric;
  /** New rate = old rate · factor. */
  factor?: number;
  /** Epochs without improvement after which the rate falls. */
  patience?: number;
  /** An improvement must be greater than this. */
  minDelta?: number;
  /** Epochs to wait after a reduction before counting again. */
  cooldown?: number;
  /** The rate never falls below this. */
  minLr?: number;
}

interface State {
  wait: number;
  best: number;
  cooldown: number;
}

function initialState(): State {
  return { wait: 0, best: Number.POSITIVE_INFINITY, cooldown: 0 };
}

/** Lowers the learning rate when the monitored figure has stopped improving: Keras' `ReduceLROnPlateau`. */
export function reduceLrOnPlateau({
  monitor = 'valLoss',
  factor = 0.1,
  patience = 10,
  minDelta = 1e-4,
  cooldown = 0,
  minLr = 0,
}: ReduceLrOnPlateauOptions = {}): Callback {
  requireMetric('reduceLrOnPlateau', monitor);
  requireRate('reduceLrOnPlateau', 'factor', factor);
  requireWhole('reduceLrOnPlateau', 'patience', patience, 0);
  requireWhole('reduceLrOnPlateau', 'cooldown', cooldown, 0);
  requireAtLeast0('reduceLrOnPlateau', 'minDelta', minDelta);
  requireAtLeast0('reduceLrOnPlateau', 'minLr', minLr);
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
    getState: () => ({ ...state }),
    setState(saved: CallbackState) {
      state = { ...(saved as unknown as State) };
    },
  };
}
