import { startWorkers } from './start-workers.ts';
import type { WorkerPool } from './worker-pool.ts';

let threads = 1;
let pool: WorkerPool | undefined;

/** Sets how many threads to use from now on. They start with the first job worth sharing. */
export function setThreads(count: number): void {
  pool?.stop();
  pool = undefined;
  threads = count;
}

/** The workers; undefined when the main thread computes alone. */
export function currentPool(): WorkerPool | undefined {
  if (threads < 2) return undefined;
  if (pool) return pool;
  try {
    // A worker of a pool that has stopped may still report that it failed.
    const started = startWorkers(threads - 1, () => {
      if (pool === started) setThreads(1);
    });
    pool = started;
  } catch {
    // A policy forbids workers, or the system has no room for shared memory: one thread then.
    setThreads(1);
  }
  return pool;
}
