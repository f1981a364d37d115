import type { JobName } from '../messages.ts';
import type { Jobs } from './jobs.ts';

/** What a job has beside its input. */
export interface JobContext<Progress> {
  /** Aborted when the page wants no more of it. */
  readonly signal: AbortSignal;
  /** Tells the page what is known so far. */
  readonly report: (progress: Progress) => void;
}

/** Something that the worker does. */
export type Job<Name extends JobName> = (
  input: Jobs[Name]['input'],
  context: JobContext<Jobs[Name]['progress']>,
) => Promise<Jobs[Name]['output']>;
