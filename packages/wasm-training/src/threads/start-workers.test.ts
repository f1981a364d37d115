import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Geometry } from '../geometry/geometry.ts';
import { compile } from '../native/compile.ts';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import type { ConvolutionName, NativeExports } from '../native/native-exports.ts';
import { values } from '../testing/values.ts';
import { MAX_PAGES } from './grow-memory.ts';
import type { ComputeUnits, Job } from './job.ts';
import { startWorkers } from './start-workers.ts';
import type { WorkerPool } from './worker-pool.ts';

// 13 images of 60 × 18 channels, five taps, 21 filters: remainders everywhere.
const geometry: Geometry = [13, 1, 60, 18, 1, 60, 21, 1, 5, 1, 1, 1, 1, 0, 2];
const sizes = { x: 13 * 60 * 18, filter: 5 * 18 * 21, y: 13 * 60 * 21 };
type Operand = keyof typeof sizes;

/** Our module on a memory that holds three operands, the third of which is the output. */
class Bench {
  /** Units that the main thread has computed. */
  ownUnits = 0;
  readonly job: Job;
  readonly #native: NativeExports;
  readonly #scratch: number;

  constructor(
    name: ConvolutionName,
    inputs: readonly [Operand, Operand],
    output: Operand,
    split: Pick<Job, 'units' | 'granularity' | 'segments'>,
  ) {
    const memory = new WebAssembly.Memory({ initial: 64, maximum: MAX_PAGES });
    const module = new WebAssembly.Instance(compile({ shared: false }), { env: { memory } });
    this.#native = module.exports as unknown as NativeExports;
    this.#native.setGeometry(...geometry);
    let end = 256;
    const [a, b, result] = [...inputs, output].map((operand) => {
      const region = { address: end, bytes: sizes[operand] * FLOAT_BYTES };
      end += region.bytes;
      return region;
    });
    for (const [i, { address }] of [a, b].entries()) {
      const { data } = values([sizes[inputs[i]]], i);
      new Float32Array(memory.buffer).set(data, address / FLOAT_BYTES);
    }
    this.#scratch = end;
    const scratchBytes = this.#native[`${name}Scratch`]();
    this.job = { name, geometry, scratchBytes, inputs: [a, b], output: result, memory, ...split };
  }

  readonly compute: ComputeUnits = (start, end, pack) => {
    this.ownUnits += end - start;
    const { name, inputs, output } = this.job;
    const [a, b] = inputs;
    this.#native[name](a.address, b.address, output.address, this.#scratch, start, end, pack);
  };

  get output(): Float32Array {
    const { memory, output } = this.job;
    return new Float32Array(memory.buffer, output.address, output.bytes / FLOAT_BYTES);
  }
}

describe('a pool of workers', () => {
  let pool: WorkerPool;
  afterEach(() => pool.stop());

  const images = { units: 13, granularity: 1, segments: 1 };
  test.each([
    { name: 'convolution', inputs: ['x', 'filter'], output: 'y', split: images },
    { name: 'inputGradient', inputs: ['y', 'filter'], output: 'x', split: images },
    {
      name: 'filterGradient',
      inputs: ['x', 'y'],
      output: 'filter',
      split: { units: 18, granularity: 4, segments: 5 },
    },
  ] as const)('computes the same bits as one thread: $name', async (task) => {
    const bench = new Bench(task.name, task.inputs, task.output, task.split);
    const { units } = task.split;
    bench.compute(0, units, true);
    const expected = bench.output.slice();

    pool = startWorkers(2, () => {});
    // Workers take a while to start, and a short job may be over before they wake.
    for (let attempt = 0; ; attempt++) {
      bench.output.fill(Number.NaN);
      bench.ownUnits = 0;
      pool.run(bench.job, bench.compute);
      expect(bench.output).toEqual(expected);
      // Only the limit of the test ends this where no worker ever takes a chunk.
      if (bench.ownUnits < units && attempt > 20) break;
      await setTimeout(10);
    }
  });

  test('leaves a job to the main thread when the shared memory cannot grow', async () => {
    const bench = new Bench('convolution', ['x', 'filter'], 'y', images);
    pool = startWorkers(1, () => {});
    for (let attempt = 0; attempt < 50; attempt++) {
      await setTimeout(10);
      bench.ownUnits = 0;
      pool.run({ ...bench.job, scratchBytes: 2 ** 33 }, bench.compute);
      expect(bench.ownUnits).toBe(images.units);
    }
  });
});
