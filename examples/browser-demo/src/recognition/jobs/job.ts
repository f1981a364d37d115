import type { Job as JobOf } from '../../jobs/job.ts';
import type { Jobs } from './jobs.ts';

/** Something that the recogniser's worker does. */
export type Job<Name extends keyof Jobs> = JobOf<Jobs[Name]>;
