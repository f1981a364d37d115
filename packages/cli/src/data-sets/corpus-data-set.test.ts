import { describe, expect, it } from 'vitest';
import { corpusDataSet, corpusSource } from './corpus-data-set.ts';

const source = corpusSource(() => undefined);
const rows = [
  { label: 'up', speaker: 'b', condition: 'lab' },
  { label: 'up', speaker: '' },
  { label: 'down', speaker: 'a', condition: 'home' },
];

describe('corpusDataSet', () => {
  const dataSet = corpusDataSet({ name: 'mine', labels: ['up', 'down'], rows, source });

  it('deals its speakers, and knows its conditions', () => {
    expect(dataSet).toMatchObject({
      name: 'mine',
      labels: ['up', 'down'],
      speakers: { folds: [['a'], ['b']], holdout: ['a'], dealt: true },
      conditions: ['home', 'lab'],
      literatureConditions: null,
    });
    expect(dataSet.embedded).toBeUndefined();
    expect(dataSet.isPublishedTraining).toBeUndefined();
  });

  it('deals them by what they say', () => {
    const said = (speaker: string, label: string) => Array(6).fill({ speaker, label });
    const pairs = ['1u', '2u', '3u', '4d', '5d', '6d'].flatMap(([speaker, mood]) =>
      said(speaker, mood === 'u' ? 'up' : 'down'),
    );
    const { speakers } = corpusDataSet({ ...dataSet, rows: pairs, source });
    // The names alone would put 1 and 6 together, as well; 1, 2 and 3 never meet.
    const together = speakers?.folds.find((fold) => fold.length === 2) ?? [];
    expect(together.filter((name) => name < '4')).toHaveLength(1);
  });

  it('reads speakers by their names', () => {
    expect(dataSet.parseSpeakers(' b,a ,b')).toEqual(['a', 'b']);
    expect(() => dataSet.parseSpeakers('a,c')).toThrow('which has a, b; got c.');
    expect(() => dataSet.parseSpeakers('')).toThrow('It must list speakers of the data');
  });

  it('has no lists where nobody is known', () => {
    const nobody = corpusDataSet({ name: 'x', labels: [], rows: [rows[1]], source });
    expect(nobody.speakers).toBeNull();
    expect(() => nobody.parseSpeakers('a')).toThrow('which names none; got a.');
  });
});
