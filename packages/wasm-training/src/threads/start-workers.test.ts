import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConvolutionBench, convolutionNames } from '../testing/convolution-bench.ts';
import { CELL_COUNT, cells, DONE_BY_WORKER } from './job-cells.ts';
import { spawnWorker } from './spawn-worker.ts';
import { startWorkers } from './start-workers.ts';
import { takeChunk } from './take-chunk.ts';
import type { WorkerData } from './worker-source.ts';

let data: WorkerData;
let control: Int32Array;
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
});

/** Real workers, all of which wait for jobs. */
async function realPool(count: number) {
  const pool = startWorkers(count, () => {}, {
    spawn(given, onError) {
      control = new Int32Array(given.control);
      return spawnWorker(given, onError);
    },
  });
  stops.push(pool.stop);
  while (Atomics.load(control, cells.ready) < count) await setTimeout(1);
  return pool;
}

/** Workers that are ready and do what the test does through `control`. */
function fakePool(onFailure: () => void = () => {}, ready = 1, count = 2) {
  const terminate = vi.fn();
  const spawn = vi.fn((given: WorkerData) => {
    data = given;
    control = new Int32Array(given.control);
    control[cells.ready] = ready;
    return { terminate };
  });
  const pool = startWorkers(count, onFailure, { spawn, timeout: 0 });
  return { pool, spawn, terminate };
}

/** Has the fake worker take the next chunk. @returns The chunk's number. */
const take = (): number => takeChunk(control) as number;

/** Has it finish a chunk, or say so. */
function finish(chunk: number): void {
  Atomics.store(control, cells.chunkState + chunk, DONE_BY_WORKER);
  Atomics.add(control, cells.done, 1);
}

describe('workers compute the same bits as one thread', () => {
  test.each(convolutionNames)('when they do what they can of a job: %s', async (name) => {
    const bench = new ConvolutionBench(name);
    const pool = await realPool(2);
    // Several jobs with other inputs: each must lay out its own filter.
    for (const seed of [1, 5, 9]) {
      bench.fill(seed);
      const expected = bench.alone();
      pool.run(bench.job, (start, end, pack) => {
        // The main thread waits until the workers have finished all that it has dealt.
        const dealt = control[cells.dealt] - control[cells.firstChunk];
        const own = bench.calls.length;
        for (let done = 0; done < dealt + own; done = Atomics.load(control, cells.done)) {
          Atomics.wait(control, cells.done, done, 1);
        }
        return bench.compute(start, end, pack);
      });
      // Of thirteen; the workers have at least four before each.
      expect(bench.calls.length).toBeLessThanOrEqual(3);
      expect(bench.output).toEqual(expected);
    }
  });

  test('and say whether transforms have met a number that is not finite', async () => {
    const pool = await realPool(1);
    const bench = new ConvolutionBench('winogradConvolution');
    const first = bench.job.inputs[0].address / 4;
    // In the first image, which a worker computes, in the last, which the main thread does, and none.
    for (const [floats, expected] of [
      [0, false],
      [13 * 360 * 16 - 1, false],
      [-1, true],
    ] as const) {
      bench.fill(2);
      const memory = new Float32Array(bench.job.memory.buffer);
      if (floats >= 0) memory[first + floats] = Number.NaN;
      const areFinite = pool.run(bench.job, (start, end, pack) => {
        while (Atomics.load(control, cells.done) === 0) Atomics.wait(control, cells.done, 0, 1);
        return bench.compute(start, end, pack);
      });
      expect(areFinite).toBe(expected);
    }
  });

  test('when a filter gradient follows a convolution of other sizes', async () => {
    const pool = await realPool(1);
    for (const name of convolutionNames) {
      const bench = new ConvolutionBench(name);
      const expected = bench.alone();
      pool.run(bench.job, (start, end, pack) => {
        while (Atomics.load(control, cells.done) === 0) Atomics.wait(control, cells.done, 0, 1);
        return bench.compute(start, end, pack);
      });
      expect(bench.output).toEqual(expected);
    }
  });
});

describe('the main thread does a job alone', () => {
  const alone = [[0, 13, true]];

  test('while no worker is ready', () => {
    const bench = new ConvolutionBench('convolution');
    fakePool(undefined, 0).pool.run(bench.job, bench.compute);
    expect(bench.calls).toEqual(alone);
  });

  test('when it makes one chunk', () => {
    const bench = new ConvolutionBench('convolution');
    fakePool().pool.run({ ...bench.job, units: 1 }, bench.compute);
    expect(bench.calls).toEqual([[0, 1, true]]);
  });

  test('when the shared memory cannot grow', () => {
    const bench = new ConvolutionBench('convolution');
    fakePool().pool.run({ ...bench.job, scratchBytes: 2 ** 33 }, bench.compute);
    expect(bench.calls).toEqual(alone);
  });
});

test('a job whose chunks no worker takes is packed once', () => {
  const bench = new ConvolutionBench('convolution');
  const expected = bench.alone();
  fakePool().pool.run(bench.job, bench.compute);
  // Three threads make 24 chunks at most.
  const order = [12, 11, 10, 9, 8, 7, 6, 5, 4, 0, 1, 2, 3];
  expect(bench.calls).toEqual(order.map((i) => [i, i + 1, i === 12]));
  expect(bench.output).toEqual(expected);
});

test('the main thread counts among those that share: two make thirteen chunks of one image', () => {
  const bench = new ConvolutionBench('convolution');
  fakePool(undefined, 1, 1).pool.run(bench.job, bench.compute);
  expect(bench.calls).toHaveLength(13);
});

describe('a worker that takes a chunk and never answers', () => {
  test('leaves it to the main thread, which says so', () => {
    const onFailure = vi.fn();
    const { pool } = fakePool(onFailure);
    const bench = new ConvolutionBench('convolution');
    const expected = bench.alone();
    const taken: number[] = [];
    pool.run(bench.job, (start, end, pack) => {
      if (taken.length < 2) taken.push(take());
      return bench.compute(start, end, pack);
    });
    expect(taken).toEqual([0, 1]);
    expect(bench.calls.slice(-2)).toEqual([
      [0, 1, false],
      [1, 2, false],
    ]);
    expect(bench.output).toEqual(expected);
    expect(onFailure).toHaveBeenCalledOnce();
  });

  test('keeps what it has finished before', () => {
    const onFailure = vi.fn();
    const { pool } = fakePool(onFailure);
    const bench = new ConvolutionBench('convolution');
    bench.alone();
    let isFirst = true;
    pool.run(bench.job, (start, end, pack) => {
      if (isFirst) {
        isFirst = false;
        const finished = take();
        take();
        const imageFloats = 6 * 15 * 21;
        const at = control[cells.output] / 4 + finished * imageFloats;
        new Float32Array(data.memory.buffer).fill(7, at, at + imageFloats);
        finish(finished);
      }
      return bench.compute(start, end, pack);
    });
    const perImage = bench.output.length / 13;
    expect(bench.output.subarray(0, perImage).every((value) => value === 7)).toBe(true);
    expect(bench.output.filter((value) => value === 7)).toHaveLength(perImage);
    expect(bench.output.every((value) => !Number.isNaN(value))).toBe(true);
    expect(onFailure).toHaveBeenCalledOnce();
  });

  test('changes nothing when it answers too late', () => {
    const { pool } = fakePool();
    const bench = new ConvolutionBench('convolution');
    const expected = bench.alone();
    const taken: number[] = [];
    pool.run(bench.job, (start, end, pack) => {
      if (taken.length < 2) taken.push(take());
      // The main thread has given up and computes the first of them.
      else if (start === taken[0]) finish(taken[1]);
      return bench.compute(start, end, pack);
    });
    expect(bench.output).toEqual(expected);
  });
});

test('a job that workers finish in time is no failure', () => {
  const onFailure = vi.fn();
  const { pool } = fakePool(onFailure);
  const bench = new ConvolutionBench('convolution');
  pool.run(bench.job, (start, end, pack) => {
    if (bench.calls.length === 0) finish(take());
    return bench.compute(start, end, pack);
  });
  expect(onFailure).not.toHaveBeenCalled();
});

test('each worker has a number of its own, and all share the memory and the cells', () => {
  const { spawn } = fakePool();
  const [first, second] = spawn.mock.calls.map(([given]) => given);
  expect([first.index, second.index]).toEqual([0, 1]);
  expect(second.memory).toBe(first.memory);
  expect(second.control).toBe(first.control);
  expect(first.control.byteLength).toBe(4 * CELL_COUNT);
  expect(spawn).toHaveBeenCalledTimes(2);
});

test('every worker is stopped', () => {
  const { pool, terminate } = fakePool();
  expect(terminate).not.toHaveBeenCalled();
  pool.stop();
  expect(terminate).toHaveBeenCalledTimes(2);
});

test('a worker that has started is stopped when the next one cannot start', () => {
  const terminate = vi.fn();
  const spawn = vi.fn(() => ({ terminate }));
  spawn.mockReturnValueOnce({ terminate }).mockImplementationOnce(() => {
    throw new Error('no room');
  });
  expect(() => startWorkers(3, () => {}, { spawn })).toThrow('no room');
  expect(terminate).toHaveBeenCalledOnce();
});
