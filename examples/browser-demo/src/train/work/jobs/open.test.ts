import { expect, it } from 'vitest';
import type { DataSource } from '../data/data-source.ts';
import { currentData } from '../data/loaded-data.ts';
import { open } from './open.ts';

const context = { signal: new AbortController().signal, report: () => {} };

/** A recording in a folder, with a table of labels that is read when the test says so. */
function labelled(name: string): { source: DataSource; read: () => void } {
  let read = () => {};
  const text = new Promise<string>((resolve) => {
    read = () => resolve('file,label\na.wav,sad\n');
  });
  const files = [{ file: new File(['x'], 'a.wav'), path: `${name}/a.wav` }];
  const csv = { name: 'labels.csv', text: () => text } as File;
  return { source: { kind: 'labelled', files, csv }, read };
}

it('has the data that were asked for last, whichever were there first', async () => {
  const [slow, quick] = [labelled('slow'), labelled('quick')];
  const first = open(slow.source, context);
  const second = open(quick.source, context);
  quick.read();
  await second;
  expect(currentData()?.name).toBe('quick');
  slow.read();
  await first;
  expect(currentData()?.name).toBe('quick');
});
