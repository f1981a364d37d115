import { type Callback, type FileStore, serializeState } from '@ser/model';
import type { Reporter } from '../../reporter.ts';
import { RUN_FILES } from '../run-files.ts';

/** A callback that watches, and what it has measured. */
export interface TrainingWatch {
  /** Must stand last: the state that it saves has what the other callbacks have just learnt. */
  readonly callback: Callback;
  /** Whether an epoch has begun since it was made. */
  hasBegun(): boolean;
  /** Median over the steps since it was made; 0 without steps. */
  millisecondsPerStep(): number;
}

/** Reports steps and epochs, times the steps, and after each epoch writes the resume point. */
export function watchTraining(
  store: FileStore,
  epochs: number,
  reporter: Reporter = () => {},
): TrainingWatch {
  const times: number[] = [];
  let started = 0;
  let hasBegun = false;
  const now = (): number => globalThis.performance.now();
  const callback: Callback = {
    name: 'watch',
    onEpochBegin() {
      hasBegun = true;
      started = now();
    },
    onBatchEnd({ epoch, batch, batches, loss }) {
      times.push(now() - started);
      const step = epoch * batches + batch + 1;
      reporter({ kind: 'step', epoch, step, steps: epochs * batches, loss });
      started = now();
    },
    async onEpochEnd(logs, trainer) {
      reporter({ kind: 'epoch', epochs, logs });
      await store.write(RUN_FILES.state, serializeState(await trainer.captureState()));
    },
  };
  return { callback, hasBegun: () => hasBegun, millisecondsPerStep: () => median(times) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length > 0 ? sorted[sorted.length >> 1] : 0;
}
