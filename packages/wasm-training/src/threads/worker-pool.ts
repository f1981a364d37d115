import type { ComputeUnits, Job } from './job.ts';

/** Workers that wait for jobs. */
export interface WorkerPool {
  /**
   * Does a job together with the calling thread, which blocks until the job is done.
   *
   * @param compute The calling thread's share.
   * @returns What `compute` answers, of all units.
   */
  run(job: Job, compute: ComputeUnits): boolean;
  stop(): void;
}
