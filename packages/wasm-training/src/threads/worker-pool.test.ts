import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConvolutionName } from '../kernels/util/run-convolution.ts';
import { compile } from '../native/compile.ts';
import type { NativeExports } from '../native/native-exports.ts';
import { values } from '../testing/gradients-on.ts';
import { currentCrew, setThreads } from './current-pool.ts';

afterEach(() => setThreads(1));

// 13 images of 60 × 18 channels, five taps, 21 filters: remainders everywhere.
const geometry = [13, 1, 60, 18, 1, 60, 21, 1, 5, 1, 1, 1, 1, 0, 2];
const sizes = { x: 13 * 60 * 18, filter: 5 * 18 * 21, y: 13 * 60 * 21 };
type Operand = keyof typeof sizes;

/** Our module on a memory that holds three operands; the third is filled by `run`. */
function bench(name: ConvolutionName, inputs: [Operand, Operand], output: Operand) {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 65536 });
  const module = new WebAssembly.Instance(compile({ shared: false }), { env: { memory } });
  const native = module.exports as unknown as NativeExports;
  native.setGeometry(...geometry);
  let end = 256;
  const place = (size: number) => {
    const region = { address: end, bytes: size * 4 };
    end += size * 4;
    return region;
  };
  const [a, b] = inputs.map((operand, i) => {
    const region = place(sizes[operand]);
    new Float32Array(memory.buffer).set(values([sizes[operand]], i).data, region.address / 4);
    return region;
  });
  const result = place(sizes[output]);
  const scratch = end;
  const alone = { units: 0 };
  return {
    alone,
    compute: (start: number, end: number, pack: boolean) => {
      alone.units += end - start;
      native[name](a.address, b.address, result.address, scratch, start, end, pack);
    },
    work: {
      name,
      geometry,
      scratchBytes: native[`${name}Scratch`](),
      inputs: [a, b] as [typeof a, typeof b],
      output: result,
      memory,
    },
    result: () => new Float32Array(memory.buffer, result.address, sizes[output]),
  };
}

describe('a crew', () => {
  test.each([
    { name: 'convolution', inputs: ['x', 'filter'], output: 'y', units: 13, segments: 1 },
    { name: 'inputGradient', inputs: ['y', 'filter'], output: 'x', units: 13, segments: 1 },
    { name: 'filterGradient', inputs: ['x', 'y'], output: 'filter', units: 18, segments: 5 },
  ] as const)('computes the same bits as one thread: $name', async (task) => {
    const { name, units, segments } = task;
    const { alone, compute, work, result } = bench(name, [...task.inputs], task.output);
    compute(0, units, true);
    const expected = result().slice();

    setThreads(3);
    const granularity = name === 'filterGradient' ? 4 : 1;
    // Helpers take a while to start, and a short job may be over before they wake.
    for (let attempt = 0; attempt < 500; attempt++) {
      result().fill(Number.NaN);
      alone.units = 0;
      currentCrew()?.share({ ...work, units, granularity, segments }, compute);
      expect(result()).toEqual(expected);
      if (alone.units < units && attempt > 20) break;
      await setTimeout(10);
    }
    expect(alone.units).toBeLessThan(units);
  });

  test('leaves work to the main thread when the shared memory cannot grow', async () => {
    const { alone, compute, work } = bench('convolution', ['x', 'filter'], 'y');
    setThreads(2);
    const scratchBytes = 2 ** 33;
    const crew = currentCrew();
    for (let attempt = 0; attempt < 50; attempt++) {
      await setTimeout(10);
      alone.units = 0;
      crew?.share({ ...work, scratchBytes, units: 13, granularity: 1, segments: 1 }, compute);
      expect(alone.units).toBe(13);
    }
  });

  test('is not needed by one thread', () => {
    expect(currentCrew()).toBeUndefined();
  });

  test('that has stopped is replaced by a new one', () => {
    setThreads(2);
    const first = currentCrew();
    expect(currentCrew()).toBe(first);
    setThreads(2);
    expect(currentCrew()).not.toBe(first);
  });
});
