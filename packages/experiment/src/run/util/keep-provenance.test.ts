import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import type { Table } from '../../table/table.ts';
import { fakeExtractor } from '../../testing/fake-extract.ts';
import { keepProvenance } from './keep-provenance.ts';

const row = {
  clip: 'a',
  label: 'calm',
  speaker: '1',
  variant: 'original',
  condition: 'speech',
  recording: 'b',
};
const table: Table = {
  extractor: fakeExtractor,
  labels: ['calm', 'sad'],
  names: ['zcr', 'rms'],
  shape: [2],
  rows: [row, { ...row, clip: 'c', label: 'sad' }],
  x: Float32Array.of(1, 2, 3, 4),
};
const begun = async () => {
  const store = memoryStore();
  await keepProvenance(store, table, { node: '26' });
  return store;
};
const read = (store: Awaited<ReturnType<typeof begun>>) =>
  JSON.parse(new TextDecoder().decode(store.files.get('provenance.json')));

it('writes versions, and a digest that goes on meaning the same rows', async () => {
  expect(read(await begun())).toEqual({
    versions: { node: '26' },
    data: {
      rows: 2,
      sha256: 'a65a84cee00e2fb5b734ecc6a3effcec710bd005cf70966c622d5da8b03937bf',
    },
  });
});

it('keeps the versions that a run was begun with', async () => {
  const store = await begun();
  await keepProvenance(store, table, { node: '99' });
  expect(read(store).versions).toEqual({ node: '26' });
});

it('takes a table whose values stand inside a larger buffer', async () => {
  const x = Float32Array.of(0, 1, 2, 3, 4, 5).subarray(1, 5);
  await expect(keepProvenance(await begun(), { ...table, x }, {})).resolves.toBeUndefined();
});

it('takes rows whose fields stand in another order', async () => {
  const rows = table.rows.map((each) => Object.fromEntries(Object.entries(each).reverse()));
  const turned = { ...table, rows: rows as unknown as Table['rows'] };
  await expect(keepProvenance(await begun(), turned, {})).resolves.toBeUndefined();
});

const withRow = (change: object): Partial<Table> => ({
  rows: [{ ...row, ...change }, table.rows[1]],
});

it.each<[string, Partial<Table>]>([
  ['a value', { x: Float32Array.of(1, 2, 3, 4.001) }],
  ['the order of labels', { labels: ['sad', 'calm'] }],
  ['a name', { names: ['zcr', 'mine'] }],
  ['the shape', { shape: [1, 2] }],
  ['the order of rows', { rows: [...table.rows].reverse() }],
  ['a clip', withRow({ clip: 'd' })],
  ['a label', withRow({ label: 'sad' })],
  ['a speaker', withRow({ speaker: '2' })],
  ['a variant', withRow({ variant: 'noise' })],
  ['a condition', withRow({ condition: 'song' })],
  ['a recording', withRow({ recording: undefined })],
])('refuses %s that differs', async (_, change) => {
  await expect(keepProvenance(await begun(), { ...table, ...change }, {})).rejects.toMatchObject({
    code: 'other-data',
  });
});

it('says how many rows there were, and how many there are', async () => {
  const fewer = { ...table, rows: [row], x: Float32Array.of(1, 2) };
  await expect(keepProvenance(await begun(), fewer, {})).rejects.toThrow(
    /^memory was begun with other data: it had 2 rows \([0-9a-f]{12}\), got 1 rows \([0-9a-f]{12}\)/,
  );
});

it('refuses as many rows with another digest, and fewer rows with the same', async () => {
  const store = await begun();
  const { versions, data } = read(store);
  const lie = { versions, data: { ...data, rows: 3 } };
  await store.write('provenance.json', new TextEncoder().encode(JSON.stringify(lie)));
  await expect(keepProvenance(store, table, {})).rejects.toMatchObject({ code: 'other-data' });
});
