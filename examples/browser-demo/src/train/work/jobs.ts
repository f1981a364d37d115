import type { ExperimentEvent, RunSummary } from '@ser/experiment';
import type { Job } from '../../jobs/job.ts';
import type { Catalogue } from './catalogue.ts';
import type { Choices } from './choices.ts';
import type { DataSource } from './data/data-source.ts';
import type { DataSummary } from './data/data-summary.ts';
import type { Keeping } from './kept-files.ts';
import type { Kept } from './kept-run.ts';
import type { Preview } from './preview.ts';

/** What the training worker tells while it works. */
export type TrainProgress =
  | ExperimentEvent
  /** So many clips have been compared with each other. */
  | { readonly kind: 'compare'; readonly done: number; readonly total: number }
  /** The backend runs, on so many threads. */
  | { readonly kind: 'backend'; readonly backend: string; readonly threads: number }
  /** The device takes no more; from here on all is kept in memory. */
  | { readonly kind: 'keeping'; readonly keeping: Keeping }
  /** A clip is left out, or doubtful. */
  | { readonly kind: 'problem'; readonly file: string; readonly message: string };

/** What the training worker does: input, progress and output of each job. All can be posted. */
export interface TrainJobs {
  /** The recipes and the protocols. */
  catalogue: { input: null; progress: never; output: Catalogue };
  /** Lists what a source holds. It is the data from then on. */
  open: { input: DataSource; progress: never; output: DataSummary };
  /** What the choices would train and test. */
  preview: { input: Choices; progress: never; output: Preview };
  /** Trains anew; the run takes the place of the one that is kept. */
  train: { input: Choices; progress: TrainProgress; output: RunSummary };
  /** Goes on with the kept run. */
  resume: { input: null; progress: TrainProgress; output: RunSummary };
  /** The run that is kept, if there is one, and where. */
  kept: { input: null; progress: never; output: Kept };
  /** The kept run's report, as HTML. */
  report: { input: null; progress: never; output: string };
  /** The kept run's files as a zip. */
  pack: { input: null; progress: never; output: Uint8Array<ArrayBuffer> };
  /** Deletes the run and the features that are kept. */
  forget: { input: null; progress: never; output: null };
}

/** What carries a job out. */
export type TrainJob<Name extends keyof TrainJobs> = Job<TrainJobs[Name]>;
