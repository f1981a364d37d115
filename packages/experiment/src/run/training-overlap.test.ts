import { expect, it } from 'vitest';
import { overlapWarning, trainingOverlap } from './training-overlap.ts';

const row = (clip: string) => ({ clip, speaker: clip.slice(-2) });
const [A, B, C, D] = ['one-01', 'two-01', 'one-02', 'one-21'];
const side = (clip: string) => ({ clips: [clip], speakers: [clip.slice(-2)] });
const record = { train: side(A), validation: side(C), test: side(D) };

it('counts clips that trained or chose, and names voices that did', () => {
  const overlap = trainingOverlap(record, [A, B, C, D].map(row));
  expect(overlap).toEqual({ n: 4, clips: 2, speakers: ['01', '02'] });
});

it('names each voice once, sorted, whether it trained or validated', () => {
  const many = { train: { clips: [], speakers: ['b', 'a'] }, validation: side(C), test: side(D) };
  const rows = ['02', 'b', 'a', 'b', '21'].map((speaker) => ({ clip: 'x', speaker }));
  expect(trainingOverlap(many, rows)).toEqual({ n: 5, clips: 0, speakers: ['02', 'a', 'b'] });
});

it('takes no clip that was tested for one that trained', () => {
  expect(trainingOverlap(record, [row(D), { ...row('x-21'), recording: D }]).clips).toBe(0);
});

it('counts clips that hold a recording which trained under another name', () => {
  const twin = { ...row('two-21'), recording: A };
  expect(trainingOverlap(record, [twin]).clips).toBe(1);
  const train = { ...record.train, recordings: ['three-21'] };
  const known = { ...record, train };
  expect(trainingOverlap(known, [{ ...row('two-21'), recording: 'three-21' }]).clips).toBe(1);
});

it('warns of clips that trained or validated', () => {
  expect(overlapWarning({ n: 4, clips: 2, speakers: ['01', '02'] })).toContain(
    'WARNING: by their names, the model was trained on 2 of these 4 clips, or validated on them.',
  );
});

it('names voices of which other clips trained', () => {
  const overlap = trainingOverlap(record, [row(B)]);
  expect(overlap).toEqual({ n: 1, clips: 0, speakers: ['01'] });
});

it('has a note on voices of which other clips trained', () => {
  expect(overlapWarning({ n: 1, clips: 0, speakers: ['01'] })).toContain(
    'other clips of the speakers 01: new voices are harder',
  );
});

it('finds no overlap in clips and voices that are new', () => {
  const overlap = trainingOverlap(record, [row(D)]);
  expect(overlap).toEqual({ n: 1, clips: 0, speakers: [] });
});

it('has no warning for clips and voices that are new', () => {
  expect(overlapWarning({ n: 1, clips: 0, speakers: [] })).toBeUndefined();
});

it('does not take speakers who are not known for one voice', () => {
  const unknown = { clips: ['a'], speakers: [''] };
  const overlap = trainingOverlap({ ...record, train: unknown }, [{ clip: 'b', speaker: '' }]);
  expect(overlap.speakers).toEqual([]);
});

it('says so when nobody knows', () => {
  expect(overlapWarning(undefined)).toContain('does not say');
});
