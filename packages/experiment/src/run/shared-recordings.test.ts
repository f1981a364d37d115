// Clips that hold one recording under two names, in the files that a run leaves.
import { memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallPlan } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { run } from './run.ts';
import { runFolds } from './run-folds.ts';
import { readSplitRecord } from './split-record.ts';

await startWasm();
const table = smallTable();
// A clip of a speaker who trains, in the folder of one who is tested.
const twins = ['calm-speech-01', 'calm-speech-21'];
const rows = table.rows.map((row) =>
  twins.includes(row.clip) ? { ...row, recording: twins[0] } : row,
);
const store = memoryStore();
const { report } = await run(smallPlan({ epochs: 1 }), { ...table, rows }, { store });
const sentence = '2 clips share a recording with others: ';

it('are counted in the report', () => {
  expect(report).toContain(`note        ${sentence}`);
});

it('are counted in the report with plots', () => {
  expect(new TextDecoder().decode(store.files.get('report.html'))).toContain(sentence);
});

it('stand in the record of the split, with the note', async () => {
  const record = await readSplitRecord(store);
  expect(record?.notes).toEqual([expect.stringContaining(sentence)]);
  const sides = [record?.train, record?.validation, record?.test];
  expect(sides.flatMap((side) => side?.recordings ?? [])).toContain(twins[0]);
});

describe('of a cross-validation', () => {
  const folds = [
    ['01', '02', '03'],
    ['21', '22'],
  ];
  const plan = smallPlan({
    kind: 'cross-validation',
    protocol: 'speaker',
    epochs: 1,
    speakers: { folds, holdout: [] },
  });
  const whole = memoryStore();
  beforeAll(async () => {
    await runFolds(plan, { ...table, rows }, { store: whole });
  });
  const text = (file: string) => new TextDecoder().decode(whole.files.get(file));

  it.each(['report.txt', 'report.html'])('are counted once in its %s', (file) => {
    expect(text(file).split(sentence)).toHaveLength(2);
  });

  it('stand in the record of each of its runs', () => {
    const notes = [1, 2].map((fold) => JSON.parse(text(`fold${fold}-seed0/split.json`)).notes);
    expect(notes).toEqual([
      [expect.stringContaining(sentence)],
      [expect.stringContaining(sentence)],
    ]);
  });
});
