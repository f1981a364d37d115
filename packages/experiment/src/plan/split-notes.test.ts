import { describe, expect, it } from 'vitest';
import { splitNotes } from './split-notes.ts';

const row = (clip: string, recording?: string, label: string = 'calm') => ({
  clip,
  label,
  speaker: '1',
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

describe('of clips that were heard to adapt to a voice', () => {
  const clips = (speaker: string, labels: string) =>
    [...labels].map((label, i) => ({ clip: `${speaker}-${i}`, label, speaker }));
  /** The first clip trains, so many of each other voice are heard and the rest is tested. */
  const notes = (voices: readonly string[], heard: number, isTestedToo = false): string[] => {
    const trained = clips('0', 'ab');
    const all = [...trained, ...voices.flatMap((labels, i) => clips(String(i + 1), labels))];
    const isHeard = (i: number) => Number(all[i].clip.split('-')[1]) < heard;
    const ofVoices = [...all.keys()].slice(trained.length);
    const adaptation = ofVoices.filter(isHeard);
    const test = ofVoices.filter((i) => isTestedToo || !isHeard(i));
    return splitNotes(all, [{ train: [0, 1], validation: [], test, adaptation }]);
  };
  const few = (n: number) =>
    `The clips that were heard leave as few as ${n} of a voice to test: ` +
    'adapt to fewer for figures that say more.';
  const noLabel =
    'The clips that were heard leave some label of a voice without any to test: ' +
    'adapt to fewer for figures that say more.';

  it('says nothing where ten of each label and voice are left', () => {
    expect(notes(['ab'.repeat(6)], 2)).toEqual([]);
  });

  it('says how few are left to test of the voice that has fewest', () => {
    expect(notes(['ab'.repeat(6), 'ab'.repeat(5)], 2)).toEqual([few(8)]);
    expect(notes(['ab'.repeat(6)], 3)).toEqual([few(9)]);
  });

  it('says that a label is left without any', () => {
    expect(notes([`aab${'a'.repeat(10)}`], 2)).toEqual([]);
    expect(notes([`aab${'a'.repeat(10)}`], 3)).toEqual([noLabel]);
    expect(notes(['aab'], 2)).toEqual([few(1), noLabel]);
  });

  it('says nothing where each clip is tested after all others', () => {
    expect(notes(['abab'], 4, true)).toEqual([]);
  });
});
