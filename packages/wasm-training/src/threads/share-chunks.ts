import type { ComputeUnits, Job } from './job.ts';
import { cells } from './job-cells.ts';
import type { Chunks } from './split-job.ts';
import { takeChunk, waitingChunks } from './take-chunk.ts';

/** Chunks that wait for each worker: who finishes one while the main thread computes has the next. */
const WAITING = 2;

/**
 * Deals chunks from the first on, as workers need them, and computes others from the last on, until
 * there is none left to take.
 *
 * @param control The cells.
 * @param deal Deals the next chunk.
 * @returns The chunks that the calling thread has computed.
 */
export function shareChunks(
  control: Int32Array,
  { units }: Pick<Job, 'units'>,
  { count, unitsPerChunk }: Chunks,
  workers: number,
  deal: () => void,
  compute: ComputeUnits,
): Set<number> {
  const own = new Set<number>();
  const share = Math.floor((count * workers) / (workers + 1));
  let dealt = 0;
  let end = count;
  for (;;) {
    // At first no more than are the workers' share. The last that is left is the caller's.
    while (
      dealt < (own.size === 0 ? share : end - 1) &&
      waitingChunks(control) < WAITING * workers
    ) {
      deal();
      dealt++;
    }
    const chunk = dealt < end ? --end : takeChunk(control);
    if (chunk === undefined) return own;
    const start = chunk * unitsPerChunk;
    compute(start, Math.min(start + unitsPerChunk, units), own.size === 0);
    own.add(chunk);
    Atomics.add(control, cells.done, 1);
  }
}
