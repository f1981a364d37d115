import type { Job } from './job.ts';
import { cells, functions } from './job-cells.ts';
import type { JobLayout } from './lay-out-job.ts';
import type { Chunks } from './split-job.ts';

/**
 * Copies a job's inputs to the workers' memory, writes the cells and wakes the workers.
 *
 * @param control The cells.
 * @param memory The workers', which must hold the layout.
 */
export function postJob(
  control: Int32Array,
  memory: WebAssembly.Memory,
  job: Job,
  layout: JobLayout,
  chunks: Chunks,
): void {
  const from = new Uint8Array(job.memory.buffer);
  const to = new Uint8Array(memory.buffer);
  const [a, b] = job.inputs;
  to.set(from.subarray(a.address, a.address + a.bytes), layout.a);
  to.set(from.subarray(b.address, b.address + b.bytes), layout.b);

  control.fill(0, cells.chunkState);
  control[cells.job]++;
  control[cells.function] = functions.indexOf(job.name);
  control[cells.chunks] = chunks.count;
  control[cells.unitsPerChunk] = chunks.unitsPerChunk;
  control[cells.units] = job.units;
  control[cells.a] = layout.a;
  control[cells.b] = layout.b;
  control[cells.output] = layout.output;
  control[cells.scratch] = layout.scratch;
  control[cells.scratchBytes] = layout.scratchBytes;
  control.set(job.geometry, cells.geometry);
  Atomics.store(control, cells.done, 0);
  // From here on threads may take chunks: everything else must be written.
  Atomics.store(control, cells.next, -chunks.count);
  Atomics.add(control, cells.wake, 1);
  Atomics.notify(control, cells.wake);
}
