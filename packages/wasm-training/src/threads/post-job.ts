import type { Job } from './job.ts';
import { cells, functions } from './job-cells.ts';
import type { JobLayout } from './lay-out-job.ts';
import type { Chunks } from './split-job.ts';

/** Writes the cells of a job. None of its chunks is dealt yet. */
export function postJob(
  control: Int32Array,
  { name, units, geometry }: Job,
  layout: JobLayout,
  { unitsPerChunk }: Chunks,
): void {
  control.fill(0, cells.chunkState);
  control[cells.job]++;
  control[cells.function] = functions.indexOf(name);
  control[cells.firstChunk] = control[cells.dealt];
  control[cells.unitsPerChunk] = unitsPerChunk;
  control[cells.units] = units;
  control[cells.a] = layout.a;
  control[cells.b] = layout.b;
  control[cells.output] = layout.output;
  control[cells.scratch] = layout.scratch;
  control[cells.scratchBytes] = layout.scratchBytes;
  control[cells.notFinite] = 0;
  control.set(geometry, cells.geometry);
  Atomics.store(control, cells.done, 0);
}
