import { describe, expect, it } from 'vitest';
import { splitNotes } from './split-notes.ts';

const row = (clip: string, recording?: string, label: string = 'calm') => ({
  clip,
  label,
  ...(recording !== undefined && { recording }),
});
const rows = [row('a', 'a'), row('b', 'a'), row('c'), row('d', undefined, 'sad')];
const split = (train: number[], test: number[], validation: number[] = []) => ({
  train,
  validation,
  test,
});

it('has nothing to say of clips that share nothing', () => {
  expect(splitNotes([row('a'), row('b', 'b')], [split([0], [1])])).toEqual([]);
});

describe('of clips that share a recording', () => {
  it.each([
    [split([0, 1], [2]), 'they were kept on one side or left out.'],
    [split([2], [0]), 'they were kept on one side or left out (1 wholly).'],
    [
      split([0, 2], [1]),
      '1 of them were tested by a model that had trained on the same recording.',
    ],
    [split([2], [1], [0]), '1 of them were tested by a model'],
  ])('says how many there are, and where', (each, rest) => {
    const [note] = splitNotes(rows, [each]);
    expect(note).toContain(`2 clips share a recording with others: ${rest}`);
  });

  it('speaks of folds where there are several', () => {
    expect(splitNotes(rows, [split([0, 1], [2]), split([2], [0, 1])])).toEqual([
      '2 clips share a recording with others: they were kept on one side of every fold or left out.',
    ]);
  });
});

it('names labels that are tested and that nothing trains', () => {
  expect(splitNotes([row('a'), row('b', undefined, 'sad')], [split([0], [0, 1])])).toEqual([
    'The split tests sad, which no row of it trains: it cannot be right.',
  ]);
});

it('names the fold where there are several', () => {
  const folds = [split([0, 1], [0]), split([0], [1])];
  expect(splitNotes([row('a'), row('b', undefined, 'sad')], folds)).toEqual([
    'Fold 2 tests sad, which no row of it trains: it cannot be right.',
  ]);
});
