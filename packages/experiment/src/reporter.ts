import type { EpochLogs } from '@ser/model';

/** What happens while an experiment works: plain JSON, so that a worker can post it to its page. */
export type ExperimentEvent =
  /**
   * So many of the clips have been extracted, have failed or were in the cache. It is told at the
   * beginning, and after each clip.
   */
  | { kind: 'extract'; done: number; total: number }
  /** A run begins. */
  | { kind: 'run-begin'; fold: number; folds: number; seed: number }
  /** A training step is done; `step` counts from 1 over all `steps` that the run may take. */
  | { kind: 'step'; epoch: number; step: number; steps: number; loss: number }
  /** An epoch is done, of at most `epochs`. */
  | { kind: 'epoch'; epochs: number; logs: EpochLogs }
  /** So much of a fit without epochs is done, from 0 to 1. */
  | { kind: 'fit'; share: number }
  /** Training has ended; scoring and reports follow. */
  | { kind: 'trained'; epochs: number }
  /** What happens in one of the runs that are trained at a time, elsewhere. */
  | {
      kind: 'job';
      fold: number;
      folds: number;
      seed: number;
      /** So many of all runs have ended. */
      done: number;
      total: number;
      event: ExperimentEvent;
    }
  /** A run that was trained elsewhere has failed; the others go on. */
  | { kind: 'run-failed'; fold: number; folds: number; seed: number; message: string }
  /** A run of a cross-validation has its scores, or had them from an earlier call. */
  | {
      kind: 'run-end';
      fold: number;
      folds: number;
      seed: number;
      done: number;
      total: number;
      uar: number;
      accuracy: number;
    };

/** Draws what happens, or drops it. Experiments print nothing themselves. */
export type Reporter = (event: ExperimentEvent) => void;
