import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { FLOAT_BYTES } from '../../native/float-bytes.ts';
import { expectMatchesDifferences } from '../../testing/expect-matches-differences.ts';
import { gradientsOn } from '../../testing/gradients-on.ts';
import { onBackend } from '../../testing/on-backend.ts';
import { type SharedConvolution, sharedConvolutions } from '../../testing/shared-convolutions.ts';
import { values } from '../../testing/values.ts';
import { currentPool, setThreads } from '../../threads/current-pool.ts';
import type { ComputeUnits, Job, Region } from '../../threads/job.ts';
import type { WorkerPool } from '../../threads/worker-pool.ts';

let disable: () => void;
beforeAll(() => {
  disable = enableWasmTraining(tf, { threads: 1 });
});
afterAll(() => disable());

/** Runs `f` with a pool that only notes what it is asked to share. */
async function jobsOf(
  f: () => void,
  run: (job: Job, compute: ComputeUnits) => boolean = (job, compute) => compute(0, job.units, true),
): Promise<Job[]> {
  setThreads(2);
  const jobs: Job[] = [];
  vi.spyOn(currentPool() as WorkerPool, 'run').mockImplementation((job, compute) => {
    jobs.push(job);
    return run(job, compute);
  });
  await onBackend('wasm', f);
  setThreads(1);
  return jobs;
}

describe('a convolution of 7 images of 20 × 24 × 18 with 3 × 2 taps and 66 filters', () => {
  test('is shared by images, and its filter gradient by parts of the positions', async () => {
    const [x, w] = [values([7, 20, 24, 18], 1), values([3, 2, 18, 66], 2)];
    const jobs = await jobsOf(() => {
      const tensors = [x, w].map(({ data, shape }) => tf.tensor(data, shape));
      tf.grads((x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, 'same'))(tensors);
    });
    const [xBytes, wBytes, yBytes] = [7 * 480 * 18, 6 * 18 * 66, 7 * 480 * 66].map((n) => 4 * n);
    const shares = jobs.map(({ name, units, inputs, output, bytesFor }) => [
      name,
      units,
      [...inputs, output].map(({ bytes }) => bytes),
      bytesFor(1),
    ]);
    expect(shares).toEqual([
      ['convolution', 7, [xBytes, wBytes, yBytes], [xBytes / 7, wBytes]],
      ['inputGradient', 7, [yBytes, wBytes, xBytes], [yBytes / 7, wBytes]],
      // A quarter of them ends within the second image.
      ['filterGradient', 4, [xBytes, yBytes, 4 * wBytes], [(2 * xBytes) / 7, (2 * yBytes) / 7]],
    ]);
    const geometry = [7, 20, 24, 18, 20, 24, 66, 3, 2, 1, 1, 1, 1, 1, 0];
    expect(jobs.map((job) => job.geometry)).toEqual([geometry, geometry, geometry]);
  });
});

test.each([
  { positions: 999, jobs: [] },
  { positions: 1000, jobs: ['convolution', 'inputGradient', 'filterGradient'] },
])('of $positions · 20,000 products each are shared: $jobs', async ({ positions, jobs }) => {
  const shared = await jobsOf(() => {
    const x = tf.ones<tf.Rank.R3>([positions, 5, 40]);
    const f = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
      tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'valid');
    tf.grads(f)([x, tf.ones([5, 40, 100])]);
  });
  expect(shared.map(({ name }) => name)).toEqual(jobs);
});

/** Millions of numbers are compared at once. */
const digest = (data: Float32Array): string => createHash('md5').update(data).digest('hex');

const floatsOf = ({ memory }: Job, { address, bytes }: Region): Float32Array =>
  new Float32Array(memory.buffer, address, bytes / FLOAT_BYTES);

/** Whether units of a job are the same where what they do not need is NaN. */
function needNoMore(job: Job, compute: ComputeUnits): boolean {
  const output = floatsOf(job, job.output);
  const inputs = job.inputs.map((input) => floatsOf(job, input));
  const originals = inputs.map((input) => input.slice());
  compute(0, job.units, true);
  const expected = output.slice();
  for (const units of new Set([1, job.units >> 1, job.units - 1, job.units])) {
    const needed = job.bytesFor(units).map((bytes) => bytes / FLOAT_BYTES);
    for (const [i, input] of inputs.entries()) input.fill(Number.NaN, needed[i]);
    compute(0, units, true);
    for (const [i, input] of inputs.entries()) input.set(originals[i]);
    const share = (expected.length / job.units) * units;
    // Digests: a difference would be millions of lines.
    expect(digest(output.subarray(0, share))).toBe(digest(expected.subarray(0, share)));
    expect(needed.every((floats, i) => floats <= inputs[i].length)).toBe(true);
  }
  return compute(0, job.units, true);
}

test.each(sharedConvolutions)(
  'a convolution $name needs no more of its inputs than it says',
  async ({ f, shapes }) => {
    const jobs = await jobsOf(() => {
      const tensors = shapes.map((shape, i) => tf.tensor(values(shape, i + 1).data, shape));
      tf.grads(f)(tensors);
    }, needNoMore);
    expect(jobs.length).toBeGreaterThanOrEqual(3);
  },
);

/** Of the output and of the gradients. */
async function digests({ f, shapes }: SharedConvolution): Promise<string[]> {
  const inputs = shapes.map((shape, i) => values(shape, i + 1));
  const { output, gradients } = await gradientsOn('wasm', f, inputs);
  return [output.data, ...gradients].map((data) => digest(data as Float32Array));
}

const alone = new Map<string, string[]>();
beforeAll(async () => {
  for (const each of sharedConvolutions) alone.set(each.name, await digests(each));
});

test.each(sharedConvolutions)(
  'a convolution $name has the gradients of finite differences',
  async ({ f, shapes }) => {
    const inputs = shapes.map((shape, i) => values(shape, i + 1));
    await expectMatchesDifferences('wasm', f, inputs);
  },
);

describe.each([2, 3, 4])('with %i threads', (threads) => {
  /** Units that workers have computed. */
  const byWorkers = new Map<string, number>();
  /** Milliseconds for which the main thread sleeps before each of its chunks. */
  let nap = 0;

  beforeAll(() => {
    const nobody = new Int32Array(new SharedArrayBuffer(4));
    setThreads(threads);
    const pool = currentPool() as WorkerPool;
    const { run } = pool;
    pool.run = (job, compute) => {
      let units = job.units;
      const areFinite = run(job, (start, end, pack) => {
        units -= end - start;
        if (nap > 0 && end - start < job.units) Atomics.wait(nobody, 0, 0, nap);
        return compute(start, end, pack);
      });
      byWorkers.set(job.name, (byWorkers.get(job.name) ?? 0) + units);
      return areFinite;
    };
  });
  afterAll(() => setThreads(1));

  test.each(sharedConvolutions)('a convolution $name has the bits of one thread', async (each) => {
    byWorkers.clear();
    // Workers take their time to start, and a short job may be over before they wake: the main
    // thread takes longer and longer naps, until they have had their part of everything.
    const haveWorked = (): boolean => each.shared.every((name) => (byWorkers.get(name) ?? 0) > 0);
    for (nap = 0; nap < 200 && !haveWorked(); nap++) {
      expect(await digests(each)).toEqual(alone.get(each.name));
      await setTimeout(nap);
    }
    expect(haveWorked()).toBe(true);
  });
});
