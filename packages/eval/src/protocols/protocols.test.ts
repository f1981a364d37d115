import { describe, expect, it } from 'vitest';
import { assertDisjoint } from '../splits/assert-disjoint.ts';
import { clipSplits } from '../splits/clip-splits.ts';
import { holdoutSplit } from '../splits/holdout-split.ts';
import { referenceSplit } from '../splits/reference-split.ts';
import type { Row } from '../splits/row.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import type { Split } from '../splits/split.ts';
import type { Protocol } from './protocol.ts';
import { PROTOCOL_NAMES, PROTOCOLS } from './protocols.ts';

/** Six speakers with speech and song of two labels, each an original and a noisy variant. */
const rows: Row[] = ['01', '02', '03', '04', '05', '06'].flatMap((speaker) =>
  ['speech', 'song'].flatMap((condition) =>
    ['sad', 'calm'].flatMap((label) =>
      [0, 1].flatMap((take) =>
        ['original', 'noise'].map((variant) => ({
          clip: `${speaker} ${condition} ${label} ${take}`,
          label,
          speaker,
          variant,
          condition,
        })),
      ),
    ),
  ),
);
const speakers = {
  folds: [
    ['01', '04'],
    ['02', '05'],
    ['03', '06'],
  ],
  holdout: ['02'],
  selection: [['01'], ['03', '05']],
};
const conditions = ['speech', 'song'];
const testConditions = ['speech'];
const all = { seed: 3, folds: 6, conditions, testConditions, speakers };
const protocols = Object.entries<Protocol>(PROTOCOLS);

const sidesOf = ({ train, validation, test }: Split): Row[][] =>
  [train, validation, test].map((side) => side.map((i) => rows[i]));
const valuesOf = (side: Row[], key: keyof Row): unknown[] =>
  [...new Set(side.map((row) => row[key]))].sort();

describe('PROTOCOLS', () => {
  it('has its names in the order in which commands list them', () => {
    expect(PROTOCOL_NAMES).toEqual([
      'reference',
      'clip',
      'speaker',
      'loso',
      'speaker-adapted',
      'holdout',
      'selection',
    ]);
    expect(Object.keys(PROTOCOLS)).toEqual(PROTOCOL_NAMES);
  });

  it.each(protocols)('%s is registered under its name', (name, protocol) => {
    expect(protocol.name).toBe(name);
  });

  it.each<[string, number]>([
    ['reference', 1],
    ['clip', 6],
    ['speaker', 3],
    ['loso', 6],
    ['speaker-adapted', 3],
    ['holdout', 1],
    ['selection', 2],
  ])('%s has %i splits, as it says', (name, count) => {
    const protocol = PROTOCOLS[name as 'clip'];
    expect(protocol.foldCount({ folds: 6, speakers })).toBe(count);
    expect(protocol.splits(rows, all)).toHaveLength(count);
  });

  it.each([
    [
      'reference',
      true,
      'random 80/20 of the rows; ' +
        'variants of a clip and clips of a speaker stand on both sides (leaks)',
    ],
    ['clip', false, 'stratified folds over clips; the same speakers are trained on and tested'],
    ['speaker', false, 'folds of whole speakers; no tested speaker was heard in training'],
    [
      'loso',
      false,
      'leave one speaker out: a fold for each speaker, who was not heard in training',
    ],
    [
      'speaker-adapted',
      false,
      'folds of new speakers, of whom unlabelled clips are heard before the test',
    ],
    ['holdout', false, 'tested on speakers who were not heard in training'],
    ['selection', false, 'folds of new speakers, all among those on whom recipes are chosen'],
  ])('%s says whether it leaks: %s', (name, leaks, description) => {
    expect(PROTOCOLS[name as 'clip']).toMatchObject({ leaks, description });
  });

  it.each(protocols)('%s says whether its folds test whole speakers in turn', (_, protocol) => {
    const splits = protocol.splits(rows, all);
    const tested = splits.map(({ test }) => new Set(test.map((i) => rows[i].speaker)));
    const turns = new Set(tested.flatMap((speakers) => [...speakers]));
    const disjoint = turns.size === tested.reduce((sum, { size }) => sum + size, 0);
    expect(protocol.speakerFolds).toBe(splits.length > 1 && disjoint);
  });

  it('only speaker, loso, speaker-adapted and selection have such folds', () => {
    expect(PROTOCOL_NAMES.filter((name) => PROTOCOLS[name].speakerFolds)).toEqual([
      'speaker',
      'loso',
      'speaker-adapted',
      'selection',
    ]);
  });

  // What a protocol says of its leaks is true of its splits.
  it.each<[string, boolean, boolean]>([
    ['reference', false, false],
    ['clip', true, false],
    ['speaker', true, true],
    ['loso', true, true],
    ['speaker-adapted', true, true],
    ['holdout', true, true],
    ['selection', true, true],
  ])('%s keeps a clip on one side: %s, and a speaker: %s', (name, clips, voices) => {
    const splits = PROTOCOLS[name as 'clip'].splits(rows, all);
    const disjoint = (key: 'clip' | 'speaker'): boolean => {
      try {
        for (const split of splits)
          assertDisjoint(
            split,
            rows.map((row) => row[key]),
          );
        return true;
      } catch {
        return false;
      }
    };
    expect([disjoint('clip'), disjoint('speaker')]).toEqual([clips, voices]);
  });

  it.each(PROTOCOL_NAMES.filter((name) => name !== 'reference'))(
    '%s leaves the validation to others',
    (name) => {
      for (const { validation } of PROTOCOLS[name].splits(rows, all))
        expect(validation).toEqual([]);
    },
  );

  it.each(PROTOCOL_NAMES.filter((name) => name !== 'speaker-adapted'))(
    '%s adapts to no voice',
    (name) => {
      for (const split of PROTOCOLS[name].splits(rows, all)) {
        expect(split).not.toHaveProperty('adaptation');
      }
    },
  );

  it.each([
    ['speaker', speakers.folds],
    ['speaker-adapted', speakers.folds],
    ['loso', [['01'], ['02'], ['03'], ['04'], ['05'], ['06']]],
    ['holdout', [speakers.holdout]],
  ] as const)(
    '%s tests originals of its speakers and conditions, and trains on the others',
    (name, tested) => {
      PROTOCOLS[name].splits(rows, all).forEach((split, fold) => {
        const [train, , test] = sidesOf(split);
        expect(valuesOf(test, 'speaker')).toEqual(tested[fold]);
        expect(valuesOf(test, 'condition')).toEqual(testConditions);
        expect(valuesOf(test, 'variant')).toEqual(['original']);
        expect(test).toHaveLength(4 * tested[fold].length);
        expect(valuesOf(train, 'speaker')).toHaveLength(6 - tested[fold].length);
        expect(valuesOf(train, 'condition')).toEqual(['song', 'speech']);
        expect(valuesOf(train, 'variant')).toEqual(['noise', 'original']);
        expect(train).toHaveLength(16 * (6 - tested[fold].length));
      });
    },
  );

  it('reference is referenceSplit of all rows, with validation rows of its own', () => {
    expect(PROTOCOLS.reference.splits(rows, all)).toEqual([referenceSplit(rows, { seed: 3 })]);
    expect(PROTOCOLS.reference.splits(rows, all)[0].validation).toHaveLength(12);
  });

  it('clip is clipSplits without validation', () => {
    expect(PROTOCOLS.clip.splits(rows, all)).toEqual(
      clipSplits(rows, { seed: 3, folds: 6, conditions, validation: 0 }),
    );
    const speech = PROTOCOLS.clip.splits(rows, { ...all, conditions: ['speech'] });
    const [train, , test] = sidesOf(speech[0]);
    expect(valuesOf([...train, ...test], 'condition')).toEqual(['speech']);
  });

  it('clip has 10 folds by default', () => {
    expect(PROTOCOLS.clip.foldCount({})).toBe(10);
    expect(PROTOCOLS.clip.splits(rows, { seed: 0 })).toHaveLength(10);
  });

  it.each([1, 2.5])('clip refuses %d folds', (folds) => {
    expect(() => PROTOCOLS.clip.foldCount({ folds })).toThrow(
      'PROTOCOLS.clip: `folds` must be a whole number ≥ 2, got',
    );
  });

  it('speaker is speakerSplits without validation', () => {
    const options = { seed: 3, conditions, testConditions, validationSpeakers: 0 };
    expect(PROTOCOLS.speaker.splits(rows, all)).toEqual(
      speakerSplits(rows, { ...options, folds: speakers.folds }),
    );
  });

  it('holdout is holdoutSplit without validation', () => {
    const options = { seed: 3, conditions, testConditions, validationSpeakers: 0 };
    expect(PROTOCOLS.holdout.splits(rows, all)).toEqual([
      holdoutSplit(rows, { ...options, testSpeakers: speakers.holdout }),
    ]);
  });

  it.each(['reference', 'clip'] as const)('%s draws by its seed', (name) => {
    const draw = (seed: number): Split[] => PROTOCOLS[name].splits(rows, { ...all, seed });
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it.each<[string, () => unknown]>([
    ['speaker', () => PROTOCOLS.speaker.foldCount({})],
    ['speaker', () => PROTOCOLS.speaker.splits(rows, { seed: 0 })],
    ['speaker-adapted', () => PROTOCOLS['speaker-adapted'].foldCount({})],
    ['speaker-adapted', () => PROTOCOLS['speaker-adapted'].splits(rows, { seed: 0 })],
    ['loso', () => PROTOCOLS.loso.foldCount({})],
    ['selection', () => PROTOCOLS.selection.foldCount({})],
    ['selection', () => PROTOCOLS.selection.splits(rows, { seed: 0 })],
    ['holdout', () => PROTOCOLS.holdout.splits(rows, { seed: 0 })],
  ])('%s needs lists of speakers: %#', (name, call) => {
    expect(call).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: `PROTOCOLS.${name}: \`speakers\` must name the speakers that are tested, got none`,
      }),
    );
  });
});
