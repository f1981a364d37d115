import { compile } from '../native/compile.ts';
import { collectOutput } from './collect-output.ts';
import { dealChunks } from './deal-chunks.ts';
import { growMemory, makeSharedMemory } from './grow-memory.ts';
import type { ComputeUnits } from './job.ts';
import { CELL_COUNT, cells } from './job-cells.ts';
import { layOutJob } from './lay-out-job.ts';
import { postJob } from './post-job.ts';
import { shareChunks } from './share-chunks.ts';
import { type RunningWorker, spawnWorker } from './spawn-worker.ts';
import { splitJob } from './split-job.ts';
import { TIMEOUT, waitForWorkers } from './wait-for-workers.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What tests replace. */
interface Surroundings {
  spawn?: typeof spawnWorker;
  /** Milliseconds that a worker has for a chunk. */
  timeout?: number;
}

/**
 * Starts workers. They compute in memory of their own, to which operands are copied.
 *
 * @param onFailure Called when a worker fails, or does not finish in time.
 */
export function startWorkers(
  count: number,
  onFailure: () => void,
  { spawn = spawnWorker, timeout = TIMEOUT }: Surroundings = {},
): WorkerPool {
  const memory = makeSharedMemory();
  const control = new Int32Array(new SharedArrayBuffer(CELL_COUNT * Int32Array.BYTES_PER_ELEMENT));
  const module = compile({ shared: true });
  const workers: RunningWorker[] = [];
  const stop = (): void => {
    for (const worker of workers) worker.terminate();
  };
  try {
    for (let index = 0; index < count; index++) {
      workers.push(spawn({ module, memory, control: control.buffer, index }, onFailure));
    }
  } catch (error) {
    stop();
    throw error;
  }

  return {
    run(job, compute) {
      const chunks = splitJob(job, count + 1);
      const layout = layOutJob(job, count);
      const isReady = Atomics.load(control, cells.ready) > 0;
      if (chunks.count < 2 || !isReady || !growMemory(memory, layout.end)) {
        return compute(0, job.units, true);
      }
      postJob(control, job, layout, chunks);
      const deal = dealChunks(control, memory, job, layout, chunks);
      let areFinite = true;
      const computeOwn: ComputeUnits = (start, end, pack) => {
        areFinite = compute(start, end, pack) && areFinite;
        return areFinite;
      };
      const own = shareChunks(control, job, chunks, count, deal, computeOwn);
      const collected = new Set<number>();
      const isComplete = waitForWorkers(control, chunks.count, timeout, () =>
        collectOutput(control, memory, layout.output, job, chunks, collected),
      );
      if (isComplete) return areFinite && control[cells.notFinite] === 0;
      onFailure();
      // The output is still right once the chunks that no worker has finished are computed here.
      // What a worker finishes from now on is not looked at.
      for (let chunk = 0; chunk < chunks.count; chunk++) {
        if (own.has(chunk) || collected.has(chunk)) continue;
        const start = chunk * chunks.unitsPerChunk;
        computeOwn(start, Math.min(start + chunks.unitsPerChunk, job.units), false);
      }
      return areFinite && control[cells.notFinite] === 0;
    },
    stop,
  };
}
