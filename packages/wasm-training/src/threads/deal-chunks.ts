import type { Job } from './job.ts';
import { cells } from './job-cells.ts';
import type { JobLayout } from './lay-out-job.ts';
import type { Chunks } from './split-job.ts';

/**
 * Deals a job's chunks from the first on. What a chunk reads is copied to the workers' memory right
 * before, so that they begin while the rest is copied, and what the main thread computes never is.
 *
 * @param control The cells, of a job that has been posted.
 * @param memory The workers', which must hold the layout.
 * @returns Deals the next chunk.
 */
export function dealChunks(
  control: Int32Array,
  memory: WebAssembly.Memory,
  { inputs, bytesFor, units, memory: source }: Job,
  layout: JobLayout,
  { unitsPerChunk }: Chunks,
): () => void {
  const from = new Uint8Array(source.buffer);
  const to = new Uint8Array(memory.buffer);
  const places = [layout.a, layout.b];
  const copied = [0, 0];
  let end = 0;
  return () => {
    end = Math.min(end + unitsPerChunk, units);
    for (const [i, needed] of bytesFor(end).entries()) {
      if (needed <= copied[i]) continue;
      const { address } = inputs[i];
      to.set(from.subarray(address + copied[i], address + needed), places[i] + copied[i]);
      copied[i] = needed;
    }
    // From here on threads may take the chunk: everything else must be written.
    Atomics.add(control, cells.dealt, 1);
    Atomics.notify(control, cells.dealt);
  };
}
