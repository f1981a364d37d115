import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stratifiedGroupKFold } from '../splits/stratified-group-k-fold.ts';
import { dealSpeakers } from './deal-speakers.ts';

/** Rows of a speaker: so many of each label, in the order a, b, c. */
const rowsOf = (speaker: string, ...counts: number[]) =>
  counts.flatMap((count, i) => Array.from({ length: count }, () => ({ speaker, label: 'abc'[i] })));

describe('dealSpeakers', () => {
  it('deals into five folds, of which the first is the hold-out', () => {
    const rows = [...'gabcdef'].flatMap((speaker) => rowsOf(speaker, 2));
    expect(dealSpeakers([...rows, { speaker: '', label: 'a' }])).toEqual({
      folds: [['a', 'f'], ['b'], ['c'], ['d', 'g'], ['e']],
      holdout: ['a', 'f'],
      dealt: true,
    });
  });

  it.each([10, 20, 24, 25])('gives %i speakers of a balanced corpus folds of equal size', (n) => {
    const names = Array.from({ length: n }, (_, i) => String(i).padStart(2, '0'));
    const { folds = [] } = dealSpeakers(names.flatMap((name) => rowsOf(name, 4, 8, 8))) ?? {};
    expect(folds.flat().sort()).toEqual(names);
    const sizes = folds.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBe(n % 5 === 0 ? 0 : 1);
    for (const fold of folds) expect(fold).toEqual(fold.toSorted());
  });

  it('keeps speakers with the same labels apart, whatever they are called', () => {
    const rows = [rowsOf('1', 9), rowsOf('2', 9), rowsOf('3', 0, 9), rowsOf('4', 0, 9)].flat();
    const more = [rowsOf('5', 3, 3), rowsOf('6', 9), rowsOf('7', 0, 9)].flat();
    const { folds = [] } = dealSpeakers([...rows, ...more]) ?? {};
    for (const speakers of folds) {
      const labelOf = (speaker: string) => (['1', '2', '6'].includes(speaker) ? 'a' : 'b');
      const uneven = speakers.filter((speaker) => speaker !== '5').map(labelOf);
      expect(new Set(uneven).size).toBe(uneven.length);
    }
  });

  it("has scikit-learn's folds, whatever the order of the rows", () => {
    const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 5, maxLength: 20 }), (voices) => {
        const rows = voices.flatMap((each, i) => rowsOf(`v${i}`, each[0] + 5, each[1], each[2]));
        const speakers = rows.map(({ speaker }) => speaker);
        const labels = rows.map(({ label }) => label);
        const folds = stratifiedGroupKFold(labels, speakers).map(({ test }) =>
          [...new Set(test.map((i) => speakers[i]))].sort(),
        );
        fc.pre(folds.every(({ length }) => length > 0));
        expect(dealSpeakers(rows)?.folds).toEqual(folds);
        expect(dealSpeakers(rows.toReversed())?.folds).toEqual(folds);
      }),
    );
  });

  it('leaves no fold empty and nobody out', () => {
    const counts = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 9 }), (voices) => {
        const rows = voices.flatMap((each, i) => [
          ...rowsOf(`v${i}`, ...each),
          { speaker: `v${i}`, label: `only ${i}` },
        ]);
        const { folds = [] } = dealSpeakers(rows) ?? {};
        expect(folds.every(({ length }) => length > 0)).toBe(true);
        expect(folds.flat().sort()).toEqual(voices.map((_, i) => `v${i}`));
        expect(folds.length).toBeLessThanOrEqual(Math.min(5, voices.length));
      }),
    );
  });

  it('has a fold for each of few speakers, even of one clip each', () => {
    const rows = ['b', 'a'].map((speaker) => ({ speaker, label: `of ${speaker}` }));
    expect(dealSpeakers(new Set(rows))).toEqual({
      folds: [['a'], ['b']],
      holdout: ['a'],
      dealt: true,
    });
  });

  it.each([[[]], [['a', 'a']], [['', 'a', '']]])('has none for %j', (speakers) => {
    expect(dealSpeakers(speakers.map((speaker) => ({ speaker, label: 'sad' })))).toBeNull();
  });

  it.each<[unknown, string]>([
    ['ann', '`rows` must be a list of rows, got "ann"'],
    [7, '`rows` must be a list of rows, got 7'],
    [['ann'], '`rows[0]` must be an object, got "ann"'],
    [[{ speaker: 'ann' }], '`rows[0].label` must be a string, got undefined'],
    [[{ speaker: 7, label: 'sad' }], '`rows[0].speaker` must be a string, got 7'],
  ])('refuses %j', (rows, message) => {
    expect(() => dealSpeakers(rows as [])).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: `dealSpeakers: ${message}` }),
    );
  });
});
