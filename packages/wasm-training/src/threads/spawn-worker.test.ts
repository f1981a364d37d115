import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { compile } from '../native/compile.ts';
import { ConvolutionBench, convolutionNames } from '../testing/convolution-bench.ts';
import { dealChunks } from './deal-chunks.ts';
import { growMemory, makeSharedMemory } from './grow-memory.ts';
import { CELL_COUNT, cells, DONE_BY_WORKER } from './job-cells.ts';
import { layOutJob } from './lay-out-job.ts';
import { postJob } from './post-job.ts';
import { spawnWorker } from './spawn-worker.ts';
import { waitForWorkers } from './wait-for-workers.ts';
import { type WorkerData, workerSource } from './worker-source.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function workerData(index: number): WorkerData {
  const memory = makeSharedMemory();
  const control = new SharedArrayBuffer(4 * CELL_COUNT);
  return { module: compile({ shared: true }), memory, control, index };
}

/** Milliseconds after which what hangs is ended; it takes a fraction of a second. */
const FOR_EVER = 120_000;

describe('a worker of Node', () => {
  test.each(convolutionNames)('computes a job alone, with scratch of its own: %s', (name) => {
    const data = workerData(1);
    const control = new Int32Array(data.control);
    const worker = spawnWorker(data, () => {});
    const bench = new ConvolutionBench(name);
    const { job } = bench;
    const expected = bench.alone();
    const layout = layOutJob(job, 3);
    growMemory(data.memory, layout.end);
    // Two or four units a chunk, and a last one of fewer.
    const unitsPerChunk = 2;
    const chunks = { count: Math.ceil(job.units / unitsPerChunk), unitsPerChunk };
    postJob(control, job, layout, chunks);
    const deal = dealChunks(control, data.memory, job, layout, chunks);
    for (let chunk = 0; chunk < chunks.count; chunk++) deal();
    expect(waitForWorkers(control, chunks.count, FOR_EVER, () => {})).toBe(true);
    worker.terminate();

    const { buffer } = data.memory;
    expect(new Float32Array(buffer, layout.output, expected.length)).toEqual(expected);
    // Of three scratches the second is its own.
    const isUsed = [0, 1, 2].map((i) => {
      const at = layout.scratch + i * layout.scratchBytes;
      return new Uint8Array(buffer, at, layout.scratchBytes).some((byte) => byte !== 0);
    });
    expect(isUsed).toEqual([false, true, false]);
    const states = control.subarray(cells.chunkState, cells.chunkState + chunks.count + 1);
    expect([...states]).toEqual([...new Array(chunks.count).fill(DONE_BY_WORKER), 0]);
    expect(control[cells.ready]).toBe(1);
  });

  test(
    'reports that it has failed',
    async () => {
      const data = workerData(0);
      const bench = new ConvolutionBench('convolution');
      const failed = new Promise<void>((resolve) => {
        spawnWorker(data, resolve);
      });
      // The output lies beyond the memory.
      const layout = { ...layOutJob(bench.job, 1), output: 2 ** 30, scratch: 2 ** 30 };
      growMemory(data.memory, layout.end);
      const control = new Int32Array(data.control);
      const chunks = { count: 1, unitsPerChunk: 13 };
      postJob(control, bench.job, layout, chunks);
      dealChunks(control, data.memory, bench.job, layout, chunks)();
      // Only the limit of the test ends this where nobody reports.
      await failed;
    },
    FOR_EVER,
  );

  test('ends when it is told to', () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    spawnWorker(workerData(0), () => {}).terminate();
    expect(terminate).toHaveBeenCalledOnce();
  });

  test('keeps no process alive, and needs no CommonJS', async () => {
    const [spawn, cell] = ['spawn-worker.ts', 'job-cells.ts'].map((name) =>
      JSON.stringify(new URL(name, import.meta.url).href),
    );
    const program = `
      const { spawnWorker } = await import(${spawn});
      const { cells, CELL_COUNT } = await import(${cell});
      const control = new SharedArrayBuffer(4 * CELL_COUNT);
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      // The smallest module there is.
      const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      spawnWorker({ module, memory, control, index: 0 }, () => {});
      // It sleeps when this thread has nothing left to do.
      const view = new Int32Array(control);
      while (view[cells.ready] === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      console.log('ready');
    `;
    // A process that does not end is killed with the test's own limit.
    const run = promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--input-type=module', '-e', program],
      { timeout: FOR_EVER },
    );
    expect((await run).stdout).toBe('ready\n');
  });
});

describe('a worker of a page', () => {
  class PageWorker {
    static all: PageWorker[] = [];
    onerror?: () => void;
    postMessage = vi.fn();
    terminate = vi.fn();
    readonly url: string;
    constructor(url: string) {
      this.url = url;
      PageWorker.all.push(this);
    }
  }

  /** Spawns where there is no Node. */
  function inPage(onError: () => void) {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
    vi.stubGlobal('Worker', PageWorker);
    const made = vi.spyOn(URL, 'createObjectURL');
    const data = workerData(3);
    const running = spawnWorker(data, onError);
    const [blob] = made.mock.calls[0] as [Blob];
    return { data, running, blob, worker: PageWorker.all.pop() as PageWorker };
  }

  test('runs the same program, and is sent what it is started with', async () => {
    const { worker, data, blob } = inPage(() => {});
    expect(await blob.text()).toBe(workerSource);
    expect(blob.type).toBe('text/javascript');
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith(data);
  });

  test('reports that it has failed', () => {
    const onError = vi.fn();
    inPage(onError).worker.onerror?.();
    expect(onError).toHaveBeenCalledOnce();
  });

  test('ends when it is told to, and its program is given back', () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const { running, worker } = inPage(() => {});
    expect(revoke).not.toHaveBeenCalled();
    running.terminate();
    expect(worker.terminate).toHaveBeenCalledOnce();
    expect(revoke).toHaveBeenCalledExactlyOnceWith(worker.url);
  });
});
