import { compile } from '../native/compile.ts';
import { collectOutput } from './collect-output.ts';
import { growMemory, makeSharedMemory } from './grow-memory.ts';
import { CELL_COUNT, cells, DONE_BY_WORKER } from './job-cells.ts';
import { layOutJob } from './lay-out-job.ts';
import { postJob } from './post-job.ts';
import { spawnWorker } from './spawn-worker.ts';
import { splitJob } from './split-job.ts';
import { takeChunks } from './take-chunks.ts';
import { waitForWorkers } from './wait-for-workers.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * Starts workers. They compute in memory of their own, to which operands are copied.
 *
 * @param onFailure Called when a worker fails, or does not finish in time.
 */
export function startWorkers(count: number, onFailure: () => void): WorkerPool {
  const memory = makeSharedMemory();
  const control = new Int32Array(new SharedArrayBuffer(CELL_COUNT * Int32Array.BYTES_PER_ELEMENT));
  const module = compile({ shared: true });
  const workers = Array.from({ length: count }, (_, index) =>
    spawnWorker({ module, memory, control: control.buffer, index }, onFailure),
  );

  return {
    run(job, compute) {
      const chunks = splitJob(job, count + 1);
      const layout = layOutJob(job, count);
      const isReady = Atomics.load(control, cells.ready) > 0;
      if (chunks.count < 2 || !isReady || !growMemory(memory, layout.end)) {
        compute(0, job.units, true);
        return;
      }
      postJob(control, memory, job, layout, chunks);
      const own = takeChunks(control, job, chunks, compute);
      const isComplete = waitForWorkers(control, chunks.count);
      collectOutput(control, memory, layout.output, job, chunks);
      if (isComplete) return;
      onFailure();
      // The output is still right once the chunks that no worker has finished are computed here.
      for (let chunk = 0; chunk < chunks.count; chunk++) {
        if (own.has(chunk) || control[cells.chunkState + chunk] === DONE_BY_WORKER) continue;
        const start = chunk * chunks.unitsPerChunk;
        compute(start, Math.min(start + chunks.unitsPerChunk, job.units), own.size === 0);
        own.add(chunk);
      }
    },
    stop() {
      for (const worker of workers) worker.terminate();
    },
  };
}
