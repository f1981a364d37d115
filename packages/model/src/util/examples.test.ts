import { describe, expect, it } from 'vitest';
import type { LdaOptions } from '../discriminant-analysis/lda-options.ts';
import { LinearDiscriminantAnalysis } from '../discriminant-analysis/linear-discriminant-analysis.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { sourceOf } from '../testing/source-of.ts';
import type { ExampleSource } from '../training/example-source.ts';
import { type Examples, readBatches, readBlocks } from './examples.ts';
import { fingerprint, fingerprintExamples } from './fingerprint.ts';

/** More than two blocks hold. */
const ROWS = 3600;
const SIZE = 600;
const y = Int32Array.from({ length: ROWS }, (_, i) => ((i * 7) % 5) % 3);
const x = Float32Array.from(
  { length: ROWS * SIZE },
  (_, i) => ((i * 7919) % 1009) / 504 - 1 + (i % 3 === y[Math.floor(i / SIZE)] ? 1 : 0),
);
const named = { caller: 'f', name: 'x', code: 'bad-argument' } as const;
const examplesOf = (
  values: Float32Array,
  size: number,
): Examples & { x: ExampleSource; reads: number[][] } => {
  const source = sourceOf(values, size, false);
  return { ...named, x: source, size, reads: source.reads };
};

describe('of more examples than a block holds', () => {
  it('blocks are some 4 MB, a multiple of four examples, in order', async () => {
    const counts: number[] = [];
    for await (const { x: rows, first, count } of readBlocks(examplesOf(x, SIZE), ROWS)) {
      expect(rows).toEqual(x.subarray(first * SIZE, (first + count) * SIZE));
      counts.push(count);
    }
    expect(counts).toEqual([1744, 1744, 112]);
  });

  it('an array is one block, and is not copied', async () => {
    for await (const block of readBlocks({ ...named, x, size: SIZE }, ROWS)) {
      expect(block).toEqual({ x, first: 0, count: ROWS });
      expect(block.x).toBe(x);
    }
  });

  it('an example that is larger than a block is read in fours', async () => {
    const { reads, ...wide } = examplesOf(x, 300_000);
    for await (const { count } of readBlocks(wide, 7)) expect(count).toBeGreaterThan(0);
    expect(reads).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('the fingerprint is that of the array', async () => {
    expect(await fingerprintExamples(7, examplesOf(x, SIZE), ROWS)).toBe(
      await fingerprintExamples(7, { ...named, x, size: SIZE }, ROWS),
    );
    expect(await fingerprintExamples(0, examplesOf(x, SIZE), ROWS)).toBe(fingerprint(x));
  });

  it('a scaler learns the same bits', async () => {
    const { x: source } = examplesOf(x, SIZE);
    expect(await StandardScaler.fit(source, 60)).toEqual(StandardScaler.fit(x, 60));
  });

  it.each<[string, Partial<LdaOptions>, number, number]>([
    ['conjugate gradients', { features: SIZE, shrinkage: 0.6 }, 3600, 2],
    ['a matrix', { features: 60, shrinkage: null }, 36000, 3],
    // One block; its work grows with the square of the rows.
    ["shrinkage: 'auto'", { features: 60, shrinkage: 'auto' }, 600, 3 + 3],
  ])('discriminant analysis by %s learns the same bits', async (_, own, rows, passes) => {
    const options = { features: SIZE, classes: 3, ...own };
    const few = x.subarray(0, rows * options.features);
    const labels = Int32Array.from({ length: rows }, (__, i) => y[i % ROWS]);
    const { x: source, reads } = examplesOf(few, options.features);
    const expected = await LinearDiscriminantAnalysis.fit(few, labels, options);
    expect(await LinearDiscriminantAnalysis.fit(source, labels, options)).toEqual(expected);
    const blocks = Math.ceil(few.length / 2 ** 20);
    expect(reads.length).toBe(blocks * (passes + expected.iterations));
  });
});

it('discriminant analysis refuses a source of other rows', async () => {
  const { x: source } = examplesOf(x, SIZE);
  const options = { features: 60, classes: 3 };
  await expect(LinearDiscriminantAnalysis.fit(source, y, options)).rejects.toMatchObject({
    code: 'bad-argument',
    message: 'LinearDiscriminantAnalysis.fit: `x.size` must be 60 values an example, got 600',
  });
});

it('an array gives copies, one batch at a time', async () => {
  const values = Float32Array.of(0, 1, 2, 3);
  const batches: Float32Array[] = [];
  for await (const rows of readBatches({ ...named, x: values, size: 1 }, [[3, 0], [1]])) {
    batches.push(rows);
    rows.fill(9);
    values.fill(7);
  }
  expect(batches).toHaveLength(2);
  expect(values).toEqual(new Float32Array(4).fill(7));
});
