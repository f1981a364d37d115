import { currentPool } from '../threads/current-pool.ts';

/** Counts the units of convolutions that the main thread leaves to the workers. */
export interface WorkerUnits {
  /** Whether there still is the pool of workers. One that has failed is gone. */
  readonly areExpected: boolean;
  count(): number;
}

/** Counts from now on, until the pool stops. */
export function countWorkerUnits(): WorkerUnits {
  const pool = currentPool();
  let units = 0;
  if (pool) {
    const { run } = pool;
    pool.run = (job, compute) => {
      units += job.units;
      return run(job, (start, end, pack) => {
        units -= end - start;
        return compute(start, end, pack);
      });
    };
  }
  return {
    get areExpected() {
      return pool !== undefined && currentPool() === pool;
    },
    count: () => units,
  };
}
