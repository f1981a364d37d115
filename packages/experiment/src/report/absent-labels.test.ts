import { describe, expect, it } from 'vitest';
import { absentLabels, absentNote } from './absent-labels.ts';

const CLASSES = ['calm', 'happy', 'sad', 'angry'];
const REST =
  ' is tested: the UAR of a fold, and so the mean, is over the labels that occur there; the ' +
  'figure over all labels is that of all predictions together.';
const INITIALS: Record<string, string> = { c: 'calm', h: 'happy', s: 'sad' };

/** What runs lack that test clips of labels with these initials. */
const lacksOf = (...runs: [fold: number, seed: number, labels: string][]) =>
  absentLabels(
    runs.flatMap(([fold, seed, labels]) =>
      [...labels].map((initial) => ({ fold, seed, truth: INITIALS[initial] })),
    ),
    CLASSES,
  );
const noteOf = (...runs: Parameters<typeof lacksOf>) => absentNote(lacksOf(...runs), CLASSES);

describe('absentLabels', () => {
  it('are those that other runs test', () => {
    expect(lacksOf([1, 0, 'shhc'], [2, 0, 's'], [3, 0, 'ch'])).toEqual([
      { fold: 1, seed: 0, absent: [] },
      { fold: 2, seed: 0, absent: ['calm', 'happy'] },
      { fold: 3, seed: 0, absent: ['sad'] },
    ]);
  });

  it('tell the runs of a fold apart', () => {
    expect(lacksOf([1, 0, 'sh'], [1, 1, 's']).map(({ absent }) => absent)).toEqual([[], ['happy']]);
  });
});

describe('a note of absent labels', () => {
  it('is not needed where all runs test the same', () => {
    expect(noteOf([1, 0, 'shh'], [2, 0, 'hs'])).toEqual([]);
    expect(noteOf([1, 0, 'h'])).toEqual([]);
  });

  it('names labels and folds', () => {
    expect(noteOf([1, 0, 'chs'], [2, 0, 'hs'], [3, 0, 'c'], [4, 0, 'hs'], [5, 0, 'hs'])).toEqual([
      `No clip of calm in folds 2, 4 and 5, of happy in fold 3, of sad in fold 3${REST}`,
    ]);
  });

  it('names a fold once where all its runs lack a label, else counts runs', () => {
    expect(noteOf([1, 0, 'hs'], [2, 0, 's'], [1, 1, 'hs'], [2, 1, 's'])).toEqual([
      `No clip of happy in fold 2${REST}`,
    ]);
    expect(noteOf([1, 0, 'hs'], [2, 0, 's'], [1, 1, 'hs'], [2, 1, 'hs'])).toEqual([
      `No clip of happy in 1 of 4 runs${REST}`,
    ]);
  });

  it('counts many folds', () => {
    const folds = (count: number) =>
      Array.from({ length: count }, (_, i): [number, number, string] => [i + 2, 0, 's']);
    expect(noteOf([1, 0, 'hs'], ...folds(8))[0]).toMatch('folds 2, 3, 4, 5, 6, 7, 8 and 9 is');
    expect(noteOf([1, 0, 'hs'], ...folds(9))[0]).toMatch('of happy in 9 of 10 folds is');
  });
});
