// Files that were made to take time or memory. `hostile-tables.test.ts` runs them in a process.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { seeded } from '@ser/testing';
import { ExperimentError } from '../experiment-error.ts';
import { openTable } from '../table/open-table.ts';
import { readParquet } from '../table/read-parquet.ts';
import type { TableSource } from '../table/table-source.ts';
import { type CallOutcome, callEach } from './call-each.ts';
import {
  type CraftedColumn,
  type CraftedPage,
  craftParquet,
  plainFloats,
  plainTexts,
  thrift,
  varint,
  withFooter,
} from './craft-parquet.ts';
import { memoryFile } from './memory-file.ts';

const MILLION = 1_000_000;
const MAGIC = new TextEncoder().encode('PAR1');

const extractor = { sampleRate: 8000, features: [{ kind: 'zcr' }, { kind: 'rms' }] } as const;

/** A file of two rows whose feature is as given. */
function withRms(rms: Partial<CraftedColumn>, rows: number = 2): Uint8Array {
  const texts = ['a', 'b'];
  return craftParquet(
    [
      { name: 'clip', type: 6, pages: [plainTexts(texts)] },
      { name: 'label', type: 6, pages: [plainTexts(texts)] },
      { name: 'zcr', type: 4, pages: [plainFloats([1, 2])] },
      { name: 'rms', type: 4, pages: [plainFloats([1, 2])], ...rms },
    ],
    { rows },
  );
}

function repeat(bytes: readonly number[], times: number): Uint8Array {
  const all = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) all.set(bytes, i * bytes.length);
  return all;
}

/** Gzip of 1.5 GB of zeros, in members of a megabyte. */
function gzipBomb(): Uint8Array {
  return repeat([...gzipSync(new Uint8Array(MILLION))], 1500);
}

/** Zstandard's blocks that stand for 128 KiB of one byte each. */
function zstdBomb(): Uint8Array {
  const block = [0x02, 0x00, 0x10, 0x61];
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, ...repeat(block, 100_000)]);
}

/** Snappy's copies of 64 bytes from one byte back. */
function snappyBomb(size: number): Uint8Array {
  return Uint8Array.from([...varint(size), 0, 0x61, ...repeat([0xfe, 1, 0], 500_000)]);
}

const LZ4_BOMB = Uint8Array.from([0x1f, 0x61, 1, 0, ...repeat([255], 1_500_000), 0, 0]);

const page = (bytes: Uint8Array, unpacked: number, values: number = 2): CraftedPage => ({
  bytes,
  unpacked,
  values,
});

/** The files by what they do. */
const FILES: Readonly<Record<string, () => Uint8Array>> = {
  'a page of gzip that says how large it is': () =>
    withRms({ codec: 2, pages: [page(gzipBomb(), 1500 * MILLION)] }),
  'a page of gzip that says it is small': () => withRms({ codec: 2, pages: [page(gzipBomb(), 8)] }),
  'a page of Zstandard that says how large it is': () =>
    withRms({ codec: 6, pages: [page(zstdBomb(), 100_000 * 131_072 - 1)] }),
  'a page of Zstandard that says it is small': () =>
    withRms({ codec: 6, pages: [page(zstdBomb(), 8)] }),
  'a page of Snappy that says how large it is': () =>
    withRms({ codec: 1, pages: [page(snappyBomb(2_000_000_000), 2_000_000_000)] }),
  'a page of Snappy that says it is small': () =>
    withRms({ codec: 1, pages: [page(snappyBomb(8), 8)] }),
  'a page of LZ4 that says it is small': () => withRms({ codec: 7, pages: [page(LZ4_BOMB, 8)] }),
  'a billion rows': () => withRms({}, 1_000_000_000),
  'a billion rows in a page': () =>
    withRms({ pages: [{ ...plainFloats([1, 2]), values: 1_000_000_000 }] }, 1_000_000_000),
  'more values than rows': () =>
    withRms({ pages: [{ ...plainFloats([1, 2]), values: 2 ** 31 - 1 }] }),
  'a run of a billion levels': () => {
    const run = [...varint(2_000_000_000), 1];
    const levels = [...new Uint8Array(Uint32Array.of(run.length).buffer), ...run];
    const { bytes } = plainFloats([1]);
    return withRms({
      isOptional: true,
      pages: [page(Uint8Array.from([...levels, ...bytes]), levels.length + 4)],
    });
  },
  'pages without values': () =>
    withRms({ pages: Array.from({ length: 50_000 }, () => page(new Uint8Array(), 0, 0)) }),
  'a list of two billion': () =>
    withFooter([MAGIC], Uint8Array.from([0x29, 0xfc, ...varint(2 ** 31 - 1), 0])),
  'a million empty structs': () =>
    withFooter(
      [MAGIC],
      Uint8Array.from([0x29, 0xfc, ...varint(MILLION), ...new Uint8Array(MILLION + 1)]),
    ),
  'a number of a million digits': () =>
    withFooter([MAGIC], repeat([0x16, ...repeat([0x80], 200)], 5000)),
  'structs in structs': () => withFooter([MAGIC], repeat([0x1c], MILLION)),
  'lists in lists': () => withFooter([MAGIC], Uint8Array.from([0x19, ...repeat([0x19], MILLION)])),
  'groups of other rows than the file': () =>
    craftParquet([{ name: 'clip', type: 6, pages: [plainTexts(['a'])] }], {
      rows: 1,
      groupRows: 2,
    }),
  'a million groups without rows': () =>
    withGroups([0x19, 0xfc, ...varint(MILLION)], repeat([0x19, 0x0c, 0x26, 0x00, 0x00], MILLION)),
  'a list of two billion groups': () =>
    withGroups([0x19, 0xfc, ...varint(2 ** 31 - 1)], new Uint8Array(100)),
  'groups that are numbers': () => withGroups([0x19, 0x35], new Uint8Array(3)),
  'ten thousand columns of the same bytes': () => {
    const chunk = thrift({
      3: ['struct', { 4: ['i32', 0], 5: ['i64', 0], 7: ['i64', 1000], 9: ['i64', 4] }],
    });
    const chunks = repeat(chunk, 10_000);
    const group = [0x19, 0xfc, ...varint(10_000), ...chunks, 0x26, 0x00, 0x00];
    return withGroups([0x19, 0x1c], Uint8Array.from(group), new Uint8Array(1000));
  },
  'ten thousand columns': () =>
    craftParquet(
      Array.from({ length: 10_000 }, (_, i) => ({ name: `c${i}`, type: 4 as const, pages: [] })),
      { rows: 0 },
    ),
  'metadata that nest a million deep': () => withMetadata('['.repeat(MILLION)),
  'metadata of a preset’s shape, and of a billion frames': () =>
    withMetadata(JSON.stringify({ version: 1, extractor, labels: ['a'], shape: [1e9, 2] })),
};

/** A file whose groups of rows are these bytes, after the head of their list. */
function withGroups(head: readonly number[], groups: Uint8Array, data?: Uint8Array): Uint8Array {
  const before = thrift({
    2: ['structs', [{ 4: ['text', 'root'], 5: ['i32', 0] }]],
    3: ['i64', 0],
  }).slice(0, -1);
  const footer = Uint8Array.from([...before, ...head]);
  return withFooter(
    [MAGIC, ...(data ? [data] : [])],
    new Uint8Array(Buffer.concat([footer, groups, Uint8Array.of(0)])),
  );
}

function withMetadata(value: string): Uint8Array {
  const footer = thrift({
    2: ['structs', [{ 4: ['text', 'root'], 5: ['i32', 0] }]],
    3: ['i64', 0],
    4: ['structs', []],
    5: ['structs', [{ 1: ['text', 'ser.table'], 2: ['text', value] }]],
  });
  return withFooter([MAGIC], Uint8Array.from(footer));
}

/** What {@link readHostile} reads. */
export const HOSTILE_TABLES: readonly string[] = Object.keys(FILES);

/** Reads all of the files, one after the other: as one table, or else in parts. */
export function readHostile(inParts: boolean): Promise<CallOutcome[]> {
  const calls = Object.entries(FILES).map(([name, bytes]) => [
    name,
    () => {
      const file = bytes();
      if (!inParts) return readParquet('hostile.parquet', file, { extractor });
      return readParts(memoryFile('hostile.parquet', file));
    },
  ]);
  return callEach(Object.fromEntries(calls));
}

async function readParts(source: TableSource): Promise<void> {
  const table = await openTable(source, { extractor });
  for await (const { x } of table.parts()) if (!x.every(Number.isFinite)) throw new Error('wrong');
}

/** Reads files of other programs with some bytes changed. @returns how many could still be read */
export async function readMutated(count: number): Promise<number> {
  const random = seeded();
  const below = (most: number): number => Math.floor(random() * most);
  const golden = new URL('../../fixtures/parquet.golden.json', import.meta.url);
  const { cases }: { cases: { parquet: string }[] } = JSON.parse(readFileSync(golden, 'utf8'));
  let read = 0;
  for (let i = 0; i < count; i++) {
    const bytes = Uint8Array.from(Buffer.from(cases[i % cases.length].parquet, 'base64'));
    // The footer, which says where all else is, is as likely as the pages.
    const start = random() < 0.5 ? 0 : bytes.length - 1500;
    for (let n = 0; n <= below(4); n++) {
      bytes[start + below(bytes.length - start)] = random() < 0.5 ? below(256) : 255 * below(2);
    }
    const end = random() < 0.9 ? bytes.length : below(bytes.length);
    try {
      const { rows, x } = await readParquet('mutated', bytes.subarray(0, end), { extractor });
      if (x.length < rows.length || !x.every(Number.isFinite))
        throw new Error(`file ${i} is wrong`);
      read++;
    } catch (error) {
      if (!ExperimentError.isInstance(error)) throw error;
    }
  }
  return read;
}
