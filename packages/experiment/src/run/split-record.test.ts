import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { readSplitRecord, recordSplit } from './split-record.ts';
import { writeJson, writeText } from './util/json-files.ts';

const rows = [
  { clip: 'b', speaker: '2' },
  { clip: 'a', speaker: '1' },
  { clip: 'b', speaker: '2' },
  { clip: 'c', speaker: '1' },
];
const record = recordSplit(rows, { train: [0, 1, 2], validation: [3], test: [] });

it('names each clip and each speaker once, sorted', () => {
  expect(record.train).toEqual({ clips: ['a', 'b'], speakers: ['1', '2'] });
  expect(record.validation).toEqual({ clips: ['c'], speakers: ['1'] });
  expect(record.test).toEqual({ clips: [], speakers: [] });
});

it('names the recordings that clips share with others, and notes', () => {
  const twins = rows.map((row, i) => (i === 3 ? row : { ...row, recording: 'b' }));
  const found = recordSplit(twins, { train: [0, 1], validation: [3], test: [2] }, ['a note']);
  expect(found.train.recordings).toEqual(['b']);
  expect(found.validation).not.toHaveProperty('recordings');
  expect(found.notes).toEqual(['a note']);
});

it('names the clips that voices were adapted to', async () => {
  const split = { train: [0], validation: [], test: [1], adaptation: [1, 3] };
  const found = recordSplit(rows, split);
  expect(found.adaptation).toEqual({ clips: ['a', 'c'], speakers: ['1'] });
  expect(record).not.toHaveProperty('adaptation');
  const store = memoryStore();
  await writeJson(store, 'split.json', found);
  expect(await readSplitRecord(store)).toEqual(found);
});

it('is read as it was written', async () => {
  const store = memoryStore();
  await writeJson(store, 'split.json', record);
  expect(await readSplitRecord(store)).toEqual(record);
});

it('is undefined where there is none', async () => {
  expect(await readSplitRecord(memoryStore())).toBeUndefined();
});

it.each(['null', '{}', '{"train":{"clips":3}}', 'no JSON'])('refuses %s', async (text) => {
  const store = memoryStore();
  await writeText(store, 'split.json', text);
  await expect(readSplitRecord(store)).rejects.toMatchObject({ code: 'bad-file' });
});
