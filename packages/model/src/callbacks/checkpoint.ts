import type { OptionNames } from '@ser/internal';
import type { Classifier } from '../classifier/classifier.ts';
import { ModelError } from '../model-error.ts';
import type { FileStore } from '../stores/file-store.ts';
import type { Callback } from '../training/callback.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';
import { checkCallbackState } from '../util/check-callback-state.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkStore } from '../util/check-store.ts';
import { checkMetric, type MonitoredMetric, monitoredLoss } from '../util/monitor.ts';

/** The options of `checkpoint`. */
export interface CheckpointOptions {
  /** What is saved. It holds the model that trains. */
  classifier: Classifier;
  /** The store, whose files each save replaces, or a store for each epoch. */
  to: FileStore | ((logs: EpochLogs) => FileStore);
  /** The figure that decides what is best. Default `'valLoss'`. */
  monitor?: MonitoredMetric;
  /**
   * Whether to save only after epochs whose figure is better than all before. Otherwise every epoch
   * is saved. Default false.
   */
  saveBestOnly?: boolean;
  /** With `saveBestOnly`, a figure that the first save must be better than. Default: none. */
  initialValueThreshold?: number;
}

const OPTIONS: OptionNames<CheckpointOptions> = {
  classifier: true,
  to: true,
  monitor: true,
  saveBestOnly: true,
  initialValueThreshold: true,
};

type State = { best: number };

/**
 * Saves the classifier after epochs: Keras' `ModelCheckpoint` with `save_freq='epoch'`. A resumed
 * run remembers what was best.
 *
 * @throws {ModelError} `bad-argument` when `classifier` holds another model than the one that
 *   trains, or with `saveBestOnly` when `monitor` needs validation examples and there are none.
 *
 * @example
 * checkpoint({ classifier, to: folderStore('best'), saveBestOnly: true });
 * checkpoint({ classifier, to: ({ epoch }) => folderStore(`epochs/${epoch}`) });
 */
export function checkpoint(options: CheckpointOptions): Callback {
  const {
    classifier,
    to,
    monitor = 'valLoss',
    saveBestOnly = false,
    initialValueThreshold,
  } = checkOptions('checkpoint', options, OPTIONS);
  if (typeof classifier?.save !== 'function') {
    throw new ModelError('bad-argument', 'checkpoint: `classifier` must be a Classifier');
  }
  if (typeof to !== 'function') checkStore('checkpoint', 'to', to);
  checkMetric('checkpoint', 'monitor', monitor);
  const start =
    initialValueThreshold === undefined
      ? Number.POSITIVE_INFINITY
      : monitoredLoss('checkpoint', monitor, { [monitor]: initialValueThreshold });
  let best = start;
  return {
    name: 'checkpoint',
    onTrainBegin({ model }) {
      if (model !== classifier.model) {
        throw new ModelError(
          'bad-argument',
          'checkpoint: `classifier` must hold the model that fit trains, got another',
        );
      }
      best = start;
    },
    async onEpochEnd(logs) {
      if (saveBestOnly) {
        const current = monitoredLoss('checkpoint', monitor, logs);
        if (!(current < best)) return;
        best = current;
      }
      await classifier.save(typeof to === 'function' ? to(logs) : to);
    },
    getState: (): State => ({ best }),
    setState(saved: State) {
      checkCallbackState('checkpoint', typeof saved.best === 'number');
      ({ best } = saved);
    },
  };
}
