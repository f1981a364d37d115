import { type AnyTable, writeParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Problems } from '../console/problems.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { putSampleClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { voiceWav } from '../testing/voice-wav.ts';
import { type LoadTableOptions, loadTable } from './load-table.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

const EMBEDDED = ravdess.embedded.name;
const sandbox = sharedSandbox();
const path = (name: string) => (name === EMBEDDED ? name : `${sandbox.folder}/${name}`);
const load = (
  names: string[],
  {
    extractor = presets.summary162,
    ...more
  }: Pick<Partial<LoadTableOptions>, 'extractor' | 'isWanted' | 'checkRows'> = {},
): Promise<AnyTable> =>
  loadTable(names.map(path), {
    dataSet: ravdess,
    extractor,
    variants: [],
    problems: new Problems(),
    consequence: 'they stay together',
    reporter: () => {},
    signal: new AbortController().signal,
    ...more,
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

describe('several sources', () => {
  const rowsOf = (prefix: string) =>
    table.rows.slice(0, 2).map((row) => ({ ...row, clip: `${prefix}-${row.clip}` }));
  beforeAll(() => {
    for (const [i, name] of ['z', 'a'].entries()) {
      const x = new Float32Array(2 * 162).fill(i + 1);
      sandbox.put(`${name}.parquet`, writeParquet({ ...table, rows: rowsOf(name), x }));
    }
  });

  it('follow one another: the own table, tables in their order, then clips', async () => {
    const { rows, x } = await load(['data', 'z.parquet', 'a.parquet']);
    const clips = ['03-01-01-01-01-01-01', '03-02-05-01-01-01-02'];
    const tables = [...rowsOf('z'), ...rowsOf('a')].map(({ clip }) => clip);
    expect(rows.map(({ clip }) => clip)).toEqual([...tables, ...clips]);
    const values = x as Float32Array;
    expect([values[0], values[2 * 162], values.length]).toEqual([1, 2, 6 * 162]);
  });

  it('are shown before anything is extracted, and again with shared recordings', async () => {
    sandbox.put('twins/03-01-01-01-01-01-01.wav', voiceWav(1));
    sandbox.put('twins/03-01-03-01-01-01-02.wav', voiceWav(1));
    const seen: (string | undefined)[][] = [];
    const checkRows = ({ rows }: { rows: readonly { recording?: string }[] }): void => {
      seen.push(rows.map(({ recording }) => recording));
    };
    const { rows } = await load(['z.parquet', 'twins'], { checkRows });
    const [first] = ['03-01-01-01-01-01-01'];
    const recordings = [undefined, undefined, first, first];
    expect(seen).toEqual([recordings.map(() => undefined), recordings]);
    expect(rows.map(({ recording }) => recording)).toEqual(recordings);
  });

  it('hold two clips whose names and variants are one text together', async () => {
    const [row] = table.rows;
    const rows = [
      { ...row, clip: 'a', variant: 'original' },
      { ...row, clip: 'aorigi', variant: 'nal' },
    ];
    const variants = [{ name: 'nal', steps: [{ kind: 'addNoise' as const }] }];
    const x = new Float32Array(2 * 162);
    sandbox.put('odd.parquet', writeParquet({ ...table, variants, rows, x }));
    expect((await load(['odd.parquet'])).rows).toHaveLength(2);
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

  it.each([
    [24, '24'],
    [25, '24, …'],
  ])('names the first 24 speakers of %i', async (n, last) => {
    const rows = Array.from({ length: n }, (_, i) => ({
      ...table.rows[0],
      clip: String(i),
      speaker: String(i + 1).padStart(2, '0'),
    }));
    const x = new Float32Array(n * 162);
    sandbox.put('many.parquet', writeParquet({ ...table, rows, x }));
    await expect(load(['many.parquet'], { isWanted: () => false })).rejects.toThrow(
      new RegExp(`holds no clips, got ${n} speech of the speakers 01, 02, .*, 23, ${last}$`),
    );
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
