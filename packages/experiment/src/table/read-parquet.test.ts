import { presets } from '@ser/features';
import { parquetMetadata } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { craftParquet, plainFloats, plainTexts } from '../testing/craft-parquet.ts';
import { smallTable } from '../testing/small-table.ts';
import { checkTable } from './check-table.ts';
import { readParquet, readParquetExtractor } from './read-parquet.ts';
import { selectRows, type Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

const table = selectRows(smallTable(), [0, 9, 31]);
table.x[1] = -1e-7;

const sequences: Table = {
  ...table,
  extractor: {
    sampleRate: 8000,
    features: [{ kind: 'zcr' }, { kind: 'rms' }],
    statistic: null,
    frames: 3,
  },
  names: ['zcr', 'rms'],
  shape: [3, 2],
  x: Float32Array.from({ length: 18 }, (_, i) => i / 7),
};

describe.each([
  ['vectors', table],
  ['sequences', sequences],
  ['nothing', { ...table, rows: [], x: new Float32Array() }],
])('a table of %s', (_, written) => {
  it('is read as it was written', async () => {
    expect(await readParquet('a.parquet', writeParquet(written))).toEqual(written);
  });

  it('says what its features are without its rows', async () => {
    const bytes = writeParquet(written);
    expect(await readParquetExtractor('a.parquet', bytes)).toEqual(written.extractor);
  });

  it('gives the same bytes each time', () => {
    expect(writeParquet(written)).toEqual(writeParquet(written));
  });
});

it('leaves out the condition of rows without one', async () => {
  const rows = table.rows.map(({ condition: _, ...row }) => row);
  const found = await readParquet('a.parquet', writeParquet({ ...table, rows }));
  expect(found.rows).toEqual(rows);
});

it('keeps the recordings of clips that share one', async () => {
  const rows = table.rows.with(1, { ...table.rows[1], recording: 'twin' });
  const found = await readParquet('a.parquet', writeParquet({ ...table, rows }));
  expect(found.rows).toEqual(rows);
});

it('has no column of recordings where no row has one', () => {
  const columns = (written: Table) =>
    parquetMetadata(writeParquet(written)).schema.map(({ name }) => name);
  expect(columns(table)).not.toContain('recording');
  const rows = table.rows.with(1, { ...table.rows[1], recording: 'twin' });
  expect(columns({ ...table, rows })).toContain('recording');
});

const bytes = writeParquet(table);
it.each([
  ['an empty file', new Uint8Array()],
  ['text', new TextEncoder().encode('no parquet here')],
  ['the beginning of a table', bytes.slice(0, 300)],
])('names the file where it finds %s', async (_, bad) => {
  await expect(readParquet('bad.parquet', bad)).rejects.toThrow(/^bad\.parquet must be a table/);
});

it('refuses a table whose shape is not that of its columns', async () => {
  const lie = writeParquet({ ...table, shape: [161] });
  await expect(readParquet('lie.parquet', lie)).rejects.toMatchObject({ code: 'bad-table' });
});

it('refuses sequences whose frames do not count from 0', async () => {
  // The metadata lie, at the same length: one row of nine frames in place of three of three.
  const text = Buffer.from(writeParquet(sequences)).toString('latin1');
  const lie = Buffer.from(
    text.replace('"shape":[3,2]', '"shape":[9,2]').replace('"frames":3', '"frames":9'),
    'latin1',
  );
  await expect(readParquet('lie.parquet', lie)).rejects.toMatchObject({
    code: 'bad-table',
    message: expect.stringContaining(
      'its column frame must count from 0 to 8 for each clip, got 0 in row 3',
    ),
  });
});

describe('a column of features', () => {
  /** A table of one feature, as another program might write it. */
  const foreign = (rms: Omit<ColumnSource, 'name'>): Uint8Array => {
    const keys = ['clip', 'label', 'speaker', 'condition', 'variant'].map(
      (name): ColumnSource => ({ name, type: 'STRING', data: ['a', 'b'] }),
    );
    const extractor = { sampleRate: 8000, features: [{ kind: 'rms' }] };
    const value = JSON.stringify({ version: 1, extractor, labels: ['a', 'b'], shape: [1] });
    const kvMetadata = [{ key: 'ser.table', value }];
    const columnData = [...keys, { ...rms, name: 'rms' }];
    return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
  };

  it('of numbers is read', async () => {
    const bytes = foreign({ type: 'FLOAT', data: [0.25, 0.5] });
    expect((await readParquet('odd.parquet', bytes)).x).toEqual(Float32Array.of(0.25, 0.5));
  });

  it('of integers of 64 bits is read', async () => {
    const bytes = foreign({ type: 'INT64', data: [1n, -2n] });
    expect((await readParquet('odd.parquet', bytes)).x).toEqual(Float32Array.of(1, -2));
  });

  it.each([
    ['a null', { type: 'FLOAT', nullable: true, data: [0.25, null] }, 'finite numbers of 32 bits'],
    ['digits in text', { type: 'STRING', data: ['0.25', '0.5'] }, 'numbers, got text'],
  ] as const)('with %s is refused', async (_, rms, expected) => {
    const bytes = foreign({ ...rms, data: [...rms.data] });
    const message = `its column rms must hold ${expected}`;
    await expect(readParquet('odd.parquet', bytes)).rejects.toThrow(message);
  });
});

describe('a table without our metadata', () => {
  /** The columns of a table, backwards, as a program that knows nothing of it would write them. */
  const withoutMetadata = ({ rows, names, x }: Table): Uint8Array => {
    const keys = ['clip', 'label', 'speaker'] as const;
    const columnData = [
      ...keys.map((name) => ({ name, data: rows.map((row) => row[name]) })),
      ...names.map((name, j) => ({
        name,
        type: 'FLOAT' as const,
        data: rows.map((_, i) => x[i * names.length + j]),
      })),
    ].reverse();
    return new Uint8Array(parquetWriteBuffer({ columnData }));
  };

  it('has the features of the preset whose columns it has, in any order', async () => {
    const found = await readParquet('their.parquet', withoutMetadata(table));
    const rows = table.rows.map(({ condition: _, ...row }) => row);
    expect(found).toEqual({ ...table, rows, labels: ['calm', 'sad'] });
  });

  it('is trained on by a recipe of those features', async () => {
    const found = await readParquet('their.parquet', withoutMetadata(table));
    expect(() => checkTable('their.parquet', found, presets.summary162)).not.toThrow();
  });

  it('needs to be told what its features are where no preset has them', async () => {
    const { names, x } = sequences;
    const bytes = withoutMetadata({ ...table, names, x: x.subarray(0, 6) });
    const { message } = await readParquet('their.parquet', bytes).catch((error) => error);
    expect(message).toMatch(/its metadata do not say what its features are.*`extractor`/);
    const extractor = { sampleRate: 8000, features: [{ kind: 'zcr' }, { kind: 'rms' }] } as const;
    const found = await readParquet('their.parquet', bytes, { extractor });
    expect(found).toMatchObject({ extractor, names, x: x.subarray(0, 6) });
  });

  it.each(['constructor', '__proto__', 'summary'])('is not of the preset %s', async (extractor) => {
    const options = { extractor: extractor as 'summary162' };
    await expect(readParquet('a.parquet', bytes, options)).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining(
        `one of summary162, librosa193, logMel, mfccDeltas, prosody, functionals, egemaps, egemapsLld, voiceQuality, formants, pyin, kaldiFbank, kaldiMfcc, got`,
      ),
    });
  });
});

it.each(['constructor', '__proto__', 'toString'])('refuses a column called %s', async (name) => {
  const columnData = ['clip', 'label', name].map((column) => ({ name: column, data: ['a'] }));
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData }));
  const before = Object.getOwnPropertyNames(Object);
  await expect(readParquet('odd.parquet', bytes)).rejects.toThrow(name);
  expect(Object.getOwnPropertyNames(Object)).toEqual(before);
});

it.each([undefined, 'text', new ArrayBuffer(8)])('refuses %s for its bytes', async (bytes) => {
  await expect(readParquet('a.parquet', bytes as never)).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('`bytes` must be a Uint8Array, got '),
  });
});

describe('labels', () => {
  const read = (count: number) => {
    const names = Array.from({ length: count }, (_, i) => `${i}`.padStart(4, '0'));
    const column = { type: 6, pages: [plainTexts(names)] } as const;
    const rms = { type: 4, pages: [plainFloats(names.map(Number))] } as const;
    const columns = [
      { ...column, name: 'clip', pages: [...column.pages] },
      { ...column, name: 'label', pages: [...column.pages] },
      { ...rms, name: 'rms', pages: [...rms.pages] },
    ];
    const extractor = { sampleRate: 8000, features: [{ kind: 'rms' }] } as const;
    return readParquet('many.parquet', craftParquet(columns, { rows: count }), { extractor });
  };

  it('may be 1000, which are sorted', async () => {
    const { labels } = await read(1000);
    expect(labels).toHaveLength(1000);
    expect(labels).toEqual([...labels].sort());
  });

  it('may not be 1001', async () => {
    await expect(read(1001)).rejects.toThrow(
      'its column label must hold at most 1000 different labels, got 1001',
    );
  });
});

it('takes the features that a file names, and the option only where it names none', async () => {
  const extractor = { ...sequences.extractor, sampleRate: 16000 };
  const found = await readParquet('a.parquet', writeParquet(sequences), { extractor });
  expect(found.extractor).toEqual(sequences.extractor);
});

describe('a file that says it has too many rows', () => {
  const column = { type: 6, pages: [plainTexts(['a', 'b'])] } as const;
  const read = (rows: number, values: number) => {
    const page = { ...column.pages[0], values };
    const columns = ['clip', 'label'].map((name) => ({ ...column, name, pages: [page] }));
    const features = ['zcr', 'rms'].map((name) => ({
      ...{ name, type: 4 as const, pages: [plainFloats([1, 2])] },
    }));
    const extractor = { sampleRate: 8000, features: [{ kind: 'zcr' }, { kind: 'rms' }] } as const;
    return readParquet('lie.parquet', craftParquet([...columns, ...features], { rows }), {
      extractor,
    });
  };
  const tooMuch = 'it would unpack to more than 64 MiB';

  it('is refused for its rows, of 128 bytes', async () => {
    // 524,288 · 128 bytes are 64 MiB, and the file has some bytes of its own.
    await expect(read(525_000, 2)).rejects.toThrow(tooMuch);
    await expect(read(524_000, 2)).rejects.toThrow('it ends too early');
  });

  it('is refused for its values, of four bytes each', async () => {
    // 510,000 rows leave 1.8 MB, and as many values ask for 2 MB.
    await expect(read(510_000, 510_000)).rejects.toThrow(tooMuch);
  });
});

it('says by the columns what the features of another program’s table are', async () => {
  const { names } = table;
  const columns: ColumnSource[] = [
    { name: 'clip', data: ['a'] },
    { name: 'label', data: ['calm'] },
    ...names.map((name) => ({ name, data: Float32Array.of(1) })),
  ];
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData: columns }));
  expect(await readParquetExtractor('a.parquet', bytes)).toEqual(presets.summary162);
});

it('says of what is no table that it is none, as the reader of rows does', async () => {
  await expect(readParquetExtractor('a.parquet', Uint8Array.of(1, 2, 3))).rejects.toMatchObject({
    code: 'bad-table',
    message: expect.stringMatching(/^a\.parquet must be a table of features, but /),
  });
});
