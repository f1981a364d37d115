import { describe, expect, test } from 'vitest';
import { ConvolutionBench, convolutionNames } from '../testing/convolution-bench.ts';

describe.each(convolutionNames)('%s', (name) => {
  test('has the same bits in ranges as in one', () => {
    const bench = new ConvolutionBench(name);
    const expected = bench.alone();
    const { units } = bench.job;
    for (let unit = 0; unit < units; unit++) bench.compute(unit, unit + 1, unit === 0);
    expect(bench.output).toEqual(expected);
  });

  test('writes no unit outside of its range', () => {
    const bench = new ConvolutionBench(name);
    const expected = bench.alone();
    bench.compute(1, 3, true);
    const perUnit = expected.length / bench.job.units;
    const part = expected.map((_, i) => Math.floor(i / perUnit));
    expect(bench.output).toEqual(
      expected.map((value, i) => (part[i] === 1 || part[i] === 2 ? value : Number.NaN)),
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
