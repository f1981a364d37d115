import type { ComputeUnits, Job } from './job.ts';
import { cells } from './job-cells.ts';
import type { Chunks } from './split-job.ts';

/**
 * Computes chunks on the calling thread until there is none left to take.
 *
 * @param control The cells.
 * @returns The chunks that it has computed.
 */
export function takeChunks(
  control: Int32Array,
  { units }: Job,
  { count, unitsPerChunk }: Chunks,
  compute: ComputeUnits,
): Set<number> {
  const own = new Set<number>();
  for (;;) {
    const left = Atomics.add(control, cells.next, 1);
    if (left >= 0) return own;
    const chunk = count + left;
    const start = chunk * unitsPerChunk;
    compute(start, Math.min(start + unitsPerChunk, units), own.size === 0);
    own.add(chunk);
    Atomics.add(control, cells.done, 1);
  }
}
