import { describe, expect, test } from 'vitest';
import { ConvolutionBench, convolutionNames } from '../testing/convolution-bench.ts';

describe.each(convolutionNames)('%s', (name) => {
  test('has the same bits in ranges as in one', () => {
    const bench = new ConvolutionBench(name);
    const expected = bench.alone();
    const { units, granularity } = bench.job;
    for (let start = 0; start < units; start += granularity) {
      bench.compute(start, Math.min(start + granularity, units), start === 0);
    }
    expect(bench.output).toEqual(expected);
  });

  test('writes no unit outside of its range', () => {
    const bench = new ConvolutionBench(name);
    const expected = bench.alone();
    const { units, segments, granularity } = bench.job;
    const [first, end] = [granularity, 3 * granularity];
    bench.compute(first, end, true);
    const perUnit = expected.length / segments / units;
    const part = Array.from(bench.output, (_, i) => Math.floor(i / perUnit) % units);
    expect(bench.output).toEqual(
      expected.map((value, i) => (part[i] >= first && part[i] < end ? value : Number.NaN)),
    );
  });
});

test.each([
  'convolution',
  'inputGradient',
  'winogradConvolution',
  'winogradInputGradient',
] as const)('%s reads no filter again that it has packed', (name) => {
  const bench = new ConvolutionBench(name);
  const expected = bench.alone();
  const [, filter] = bench.job.inputs;
  new Uint8Array(bench.job.memory.buffer, filter.address, filter.bytes).fill(0);
  bench.compute(0, 13, false);
  expect(bench.output).toEqual(expected);
});
