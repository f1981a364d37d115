import type { Job } from './job.ts';
import { cells, DONE_BY_WORKER } from './job-cells.ts';
import type { Chunks } from './split-job.ts';

/**
 * Copies what workers have computed to the job's memory.
 *
 * @param control The cells.
 * @param memory The workers'.
 * @param outputAt Where the output lies there.
 * @param collected The chunks that have been copied before. Those that are copied now are added.
 */
export function collectOutput(
  control: Int32Array,
  memory: WebAssembly.Memory,
  outputAt: number,
  { units, output, memory: target }: Job,
  { count, unitsPerChunk }: Chunks,
  collected: Set<number>,
): void {
  const from = new Uint8Array(memory.buffer);
  const to = new Uint8Array(target.buffer);
  const unitBytes = output.bytes / units;
  for (let chunk = 0; chunk < count; chunk++) {
    if (collected.has(chunk)) continue;
    if (Atomics.load(control, cells.chunkState + chunk) !== DONE_BY_WORKER) continue;
    collected.add(chunk);
    const first = chunk * unitsPerChunk * unitBytes;
    const last = Math.min((chunk + 1) * unitsPerChunk, units) * unitBytes;
    to.set(from.subarray(outputAt + first, outputAt + last), output.address + first);
  }
}
