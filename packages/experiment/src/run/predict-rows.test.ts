import type { Classifier } from '@ser/model';
import { describe, expect, it } from 'vitest';
import { sequenceTable } from '../testing/sequences.ts';
import { predictRows, predictVersions } from './predict-rows.ts';

const table = sequenceTable();
const labels = ['b', 'a'];
const asked: Float32Array[] = [];

/** Says `a` of every example, and scores it by its place in the batch. */
const classifier = {
  labels,
  async predict(examples: Float32Array[]) {
    asked.push(...examples);
    return examples.map((_, i) => ({ label: 'a', scores: { a: i, b: i + 9 } }));
  },
} as unknown as Classifier;

it('predicts the rows that are asked for, in their order, with scores by the labels', async () => {
  const found = await predictRows(classifier, table, [7, 2], { fold: 3, seed: 5 });
  expect(asked).toEqual([table.x.slice(7 * 24, 8 * 24), table.x.slice(2 * 24, 3 * 24)]);
  expect(found).toEqual(
    [7, 2].map((index, i) => ({
      clip: table.rows[index].clip,
      speaker: table.rows[index].speaker,
      fold: 3,
      seed: 5,
      truth: table.rows[index].label,
      predicted: 'a',
      scores: [i + 9, i],
    })),
  );
});

describe('with test variants', () => {
  const names = ['slow', 'fast'];
  const variants = ['original', 'noise', ...names];
  const size = 24;
  /** Each value of a row is the row's number. */
  const own = {
    ...table,
    rows: table.rows.slice(0, 3).flatMap((row) => variants.map((variant) => ({ ...row, variant }))),
    x: Float32Array.from({ length: 3 * variants.length * size }, (_, i) => Math.floor(i / size)),
  };
  const seen: number[][][] = [];
  const averaging = {
    labels,
    testVariants: names.map((name) => ({ name, steps: [{ kind: 'addNoise' }] })),
    async predict(examples: Float32Array[]) {
      seen.push(examples.map((example) => [example[0]]));
      return examples.map(() => ({ label: 'b', scores: { a: 0, b: 1 } }));
    },
    async predictVersions(clips: Float32Array[][]) {
      seen.push(clips.map((versions) => versions.map((version) => version[0])));
      return clips.map(() => ({ label: 'b', scores: { a: 0, b: 1 } }));
    },
  } as unknown as Classifier;
  const asked = async (work: () => Promise<unknown>) => {
    seen.length = 0;
    await work();
    return seen;
  };
  const run = { fold: 1, seed: 0 };

  it('scores originals with these, and other rows alone', async () => {
    const clips = await asked(() => predictRows(averaging, own, [8, 0, 5], run));
    expect(clips).toEqual([[[8, 10, 11], [0, 2, 3], [5]]]);
  });

  it('subtracts from each version of a row its own offset', async () => {
    const options = { ...run, versions: true, offsetOf: (row: number) => Float64Array.of(row, 0) };
    const clips = await asked(() => predictVersions(averaging, own, [8], options));
    expect(clips).toEqual([[[0, 0, 0]]]);
  });

  it('scores rows alone where no versions are asked for', async () => {
    const options = { ...run, versions: false };
    const clips = await asked(() => predictVersions(averaging, own, [8, 0], options));
    expect(clips).toEqual([[[8], [0]]]);
  });

  it('copies a thousand rows at once and no more', async () => {
    const indices = new Array<number>(1500).fill(0);
    const clips = await asked(() => predictRows(averaging, own, indices, run));
    // Of three versions each.
    expect(clips.map(({ length }) => length)).toEqual([342, 342, 342, 342, 132]);
    const options = { ...run, versions: false };
    const rows = await asked(() => predictVersions(averaging, own, indices, options));
    expect(rows.map(({ length }) => length)).toEqual([1024, 476]);
  });

  it('refuses a classifier whose test variants are none', async () => {
    const odd = { ...averaging, testVariants: ['slow'] } as unknown as Classifier;
    await expect(predictRows(odd, own, [0], run)).rejects.toMatchObject({
      name: 'ExperimentError',
      code: 'bad-argument',
      message: expect.stringContaining('predictRows: `classifier.testVariants` are none: '),
    });
  });

  it('names the clip that the table does not hold in these', async () => {
    const rows = own.rows.filter(({ variant }) => variant !== 'fast');
    await expect(predictRows(averaging, { ...own, rows }, [0], run)).rejects.toMatchObject({
      code: 'no-variants',
      message:
        'predictRows: `table` must hold each clip in the variants in which the classifier scores ' +
        `it, slow, fast; got none of fast for ${rows[0].clip}`,
    });
  });
});
