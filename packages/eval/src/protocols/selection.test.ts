import { describe, expect, it } from 'vitest';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { RAVDESS_SPEAKERS, ravdessRows, speakersOf } from '../testing/ravdess-rows.ts';
import { PROTOCOLS } from './protocols.ts';

const { selection } = PROTOCOLS;
const rows = ravdessRows();
const conditions = ['speech'];
const options = { seed: 0, speakers: RAVDESS_SPEAKERS, conditions };

describe('selection', () => {
  it('has four folds of five of RAVDESS’ first 20 actors, and leaves the others alone', () => {
    const splits = selection.splits(rows, options);
    const lists = RAVDESS_SPEAKERS.selection ?? [];
    expect(splits.map(({ test }) => speakersOf(rows, test))).toEqual(lists);
    for (const [fold, { train }] of splits.entries()) {
      expect(speakersOf(rows, train)).toEqual(lists.filter((_, i) => i !== fold).flat());
    }
    expect(selection.foldCount({ speakers: RAVDESS_SPEAKERS })).toBe(4);
  });

  it('splits as speakerSplits does where there are no other speakers', () => {
    const folds = RAVDESS_SPEAKERS.folds;
    const speakers = { ...RAVDESS_SPEAKERS, selection: folds };
    expect(selection.splits(rows, { ...options, speakers })).toEqual(
      speakerSplits(rows, { seed: 0, folds, conditions, validationSpeakers: 0 }),
    );
  });

  it('does not look at the rows of other speakers', () => {
    const [broken] = rows;
    // A clip without original is refused where it takes part.
    const odd = [...rows, { ...broken, clip: 'odd', speaker: '24', variant: 'noise' }];
    expect(selection.splits(odd, options)).toEqual(selection.splits(rows, options));
  });

  it('needs its list of speakers', () => {
    const { folds, holdout } = RAVDESS_SPEAKERS;
    const speakers = { folds, holdout };
    const expected = expect.objectContaining({
      code: 'bad-argument',
      message:
        'PROTOCOLS.selection: `speakers.selection` must list the speakers that each fold tests, ' +
        'got none',
    });
    expect(() => selection.foldCount({ speakers })).toThrow(expected);
    expect(() => selection.splits(rows, { seed: 0, speakers })).toThrow(expected);
  });

  it.each([
    ['12', '`speakers.selection` must be an array, got "12"'],
    [['12'], '`speakers.selection` must be an array, got "12"'],
    [[[1]], '`speakers.selection` must hold strings, got 1'],
  ])('refuses the list %j', (list, message) => {
    const speakers = { ...RAVDESS_SPEAKERS, selection: list as never };
    expect(() => selection.foldCount({ speakers })).toThrow(`PROTOCOLS.selection: ${message}`);
  });
});
