import { type Table, writeParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Problems } from '../console/problems.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { putSampleClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { type LoadTableOptions, loadTable } from './load-table.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

const EMBEDDED = ravdess.embedded.name;
const sandbox = sharedSandbox();
const path = (name: string) => (name === EMBEDDED ? name : `${sandbox.folder}/${name}`);
const load = (
  names: string[],
  {
    extractor = presets.summary162,
    isWanted,
  }: Pick<Partial<LoadTableOptions>, 'extractor' | 'isWanted'> = {},
): Promise<Table> =>
  loadTable(names.map(path), {
    dataSet: ravdess,
    extractor,
    variants: [],
    problems: new Problems(),
    consequence: 'they stay together',
    reporter: () => {},
    signal: new AbortController().signal,
    ...(isWanted && { isWanted }),
  });

const table = syntheticTable();
beforeAll(() => {
  // What is left out is printed.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const x = table.x.slice();
  x[30 * 162 + 3] = Number.NaN;
  const other = { ...presets.summary162, sampleRate: 16_000 };
  sandbox.put('table.parquet', writeParquet(table));
  sandbox.put('LOUD.PARQUET', writeParquet(table));
  sandbox.put('twice.parquet', writeParquet(table));
  sandbox.put('nan.parquet', writeParquet({ ...table, x }));
  sandbox.put('rate.parquet', writeParquet({ ...table, extractor: other }));
  sandbox.put(
    'names.parquet',
    writeParquet({ ...table, names: table.names.map((name) => `my_${name}`) }),
  );
  sandbox.put('text.parquet', 'not a table');
  sandbox.put('text.wav', 'not a sound');
  sandbox.put('none/03-01-01-01-01-01-01.wav', 'not a sound');
  putSampleClips(sandbox);
});

describe('loadTable', () => {
  it('reads a table', async () => {
    expect((await load(['table.parquet'])).rows).toEqual(table.rows);
  });

  it('reads the embedded table', async () => {
    expect((await load([EMBEDDED])).rows).toHaveLength(7356);
  });

  it('reads a table whose name ends in .PARQUET', async () => {
    expect((await load(['LOUD.PARQUET'])).rows).toEqual(table.rows);
  });

  it('extracts the clips of a folder', async () => {
    const { rows } = await load(['data']);
    expect(rows.map(({ clip }) => clip)).toEqual(['03-01-01-01-01-01-01', '03-02-05-01-01-01-02']);
  });
});

describe('where not every clip is wanted', () => {
  it('extracts those that are', async () => {
    const { rows } = await load(['data'], { isWanted: ({ condition }) => condition === 'song' });
    expect(rows.map(({ clip }) => clip)).toEqual(['03-02-05-01-01-01-02']);
  });

  it('takes a table with wanted rows beside a folder without', async () => {
    const { rows } = await load(['table.parquet', 'data'], {
      isWanted: ({ speaker }) => speaker === '24',
    });
    expect(rows).toEqual(table.rows);
  });

  it('refuses a folder and a table that have none', async () => {
    const ended = load(['table.parquet', 'data'], { isWanted: () => false });
    await expect(ended).rejects.toMatchObject({
      code: 'no-clips',
      message: expect.stringContaining('holds no clips, got '),
    });
  });
});

const NAMES = 'zcr+chroma+mfcc+rms+mel';

describe('what it refuses', () => {
  it.each<[string, string[], string | RegExp]>([
    [
      'values that are not finite',
      ['nan.parquet'],
      /nan\.parquet.*chroma_3.*NaN.*clip 03-01-07-01-01-01-04/,
    ],
    ['features of other names', ['names.parquet'], /names\.parquet must .*my_zcr/],
    [
      'features of another extractor',
      ['rate.parquet'],
      `rate.parquet must hold the 162 features of the extractor ${NAMES} at 22050 Hz (mean), ` +
        `got ${NAMES} at 16000 Hz (mean)`,
    ],
    [
      'a clip that is there twice',
      ['table.parquet', 'twice.parquet'],
      'twice.parquet holds the clip 03-01-01-01-01-01-01 (original) twice',
    ],
    ['a table that is not there', ['gone.parquet'], '/gone.parquet: there is no such file'],
    ['what is no table', ['text.parquet'], 'text.parquet must be a table of features'],
    ['another file', ['text.wav'], 'text.wav must be a folder, a .zip or'],
    ['a folder that is not there', ['nowhere'], 'nowhere'],
    ['a folder of which nothing can be read', ['none'], 'none of the clips could be read'],
  ])('%s', async (_, names, why) => {
    await expect(load(names)).rejects.toThrow(why);
  });

  it('the embedded table where other features are wanted', async () => {
    const extractor = { ...presets.summary162, sampleRate: 16_000 };
    await expect(load([EMBEDDED], { extractor })).rejects.toThrow(
      'the embedded table of RAVDESS features must hold the 162 features',
    );
  });
});
