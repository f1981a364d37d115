import { writeParquet } from '@ser/experiment';
import { zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { ravdess } from '../data-sets/ravdess.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { listSpeakers } from './list-speakers.ts';

const sandbox = sharedSandbox();
const table = syntheticTable();
const dataSet = {
  ...ravdess,
  embedded: {
    ...ravdess.embedded,
    read: async () => ({ ...table, rows: [{ ...table.rows[0], speaker: '24' }] }),
  },
};
const OWN = ravdess.embedded.name;
beforeAll(() => {
  const rows = table.rows.slice(0, 9);
  sandbox.put('t.parquet', writeParquet({ ...table, rows, x: table.x.slice(0, 9 * 162) }));
  // Nothing is decoded.
  sandbox.put('wavs/03-01-01-01-01-01-07.wav', 'not a sound');
  sandbox.put('wavs/hello.wav', 'not a sound');
  sandbox.put('a.zip', zipSync({ '03-01-01-01-01-01-09.wav': Uint8Array.of(1) }));
});

it.each([
  [['t.parquet'], ['01', '02']],
  [['wavs'], ['07']],
  [['a.zip'], ['09']],
  [[OWN], ['24']],
  [
    [OWN, 'a.zip', 'wavs', 't.parquet'],
    ['01', '02', '07', '09', '24'],
  ],
])('are those of %j', async (names, speakers) => {
  const paths = names.map((name) => (name === OWN ? name : `${sandbox.folder}/${name}`));
  expect([...(await listSpeakers(dataSet, paths))].sort()).toEqual(speakers);
});
