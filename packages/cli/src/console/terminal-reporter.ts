import type { ExperimentEvent, Reporter } from '@ser/experiment';
import type { EpochLogs } from '@ser/model';
import { JobProgress } from './job-progress.ts';
import { type Progress, print, startProgress } from './progress.ts';

/** The length of a bar that has no steps. */
const PERCENT = 100;

/** A reporter that draws on stderr, and what takes its bar away. */
export interface TerminalReporter {
  readonly report: Reporter;
  /** Removes a bar that is still shown. */
  stop(): void;
}

/** Draws what an experiment does: a bar for steps and clips, a line for each epoch and run. */
export function terminalReporter(): TerminalReporter {
  let bar: { label: string; progress: Progress } | undefined;
  const jobs = new JobProgress();
  const stop = (): void => {
    bar?.progress.stop();
    bar = undefined;
    jobs.stop();
  };
  const advance = (label: string, done: number, total: number, detail?: string): void => {
    if (bar?.label !== label) {
      stop();
      bar = { label, progress: startProgress(label, total) };
    }
    bar.progress.update(done, detail);
    if (done >= total) stop();
  };
  const runName = ({ fold, folds, seed }: { fold: number; folds: number; seed: number }): string =>
    `fold ${fold} of ${folds}, seed ${seed}`;
  return {
    stop,
    report(event: ExperimentEvent) {
      switch (event.kind) {
        case 'extract':
          if (event.total > 0) advance('extracting', event.done, event.total);
          break;
        case 'step': {
          const { epoch, step, steps, loss } = event;
          advance('training', step, steps, `epoch ${epoch + 1}, loss ${loss.toFixed(3)}`);
          break;
        }
        case 'fit':
          advance('fitting', Math.floor(PERCENT * event.share), PERCENT);
          break;
        case 'epoch':
          print(epochLine(event.logs, event.epochs));
          break;
        case 'trained':
          stop();
          break;
        case 'run-begin':
          bar?.progress.stop();
          bar = undefined;
          print(runName(event));
          break;
        case 'run-end': {
          const { uar, accuracy, done, total } = event;
          const figures = `UAR ${uar.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`;
          print(`${runName(event)}: ${figures} (${done} of ${total} done)`);
          jobs.end(event);
          if (done >= total) stop();
          break;
        }
        case 'job': {
          const { event: inner } = event;
          if (inner.kind === 'epoch')
            print(`${runName(event)}: ${epochLine(inner.logs, inner.epochs)}`);
          jobs.update(event);
          break;
        }
        case 'run-failed':
          jobs.end(event);
          print(`${runName(event)} has failed: ${event.message}`);
          break;
      }
    },
  };
}

function epochLine(logs: EpochLogs, epochs: number): string {
  const { epoch, loss, accuracy, learningRate } = logs;
  const { valLoss = Number.NaN, valAccuracy = Number.NaN } = logs;
  return [
    `epoch ${String(epoch + 1).padStart(String(epochs).length)}/${epochs}`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${accuracy.toFixed(3)}`,
    `val_loss ${valLoss.toFixed(4)}`,
    `val_accuracy ${valAccuracy.toFixed(3)}`,
    `rate ${learningRate.toPrecision(2)}`,
  ].join('  ');
}
