import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { PROTOCOLS } from '../protocols/protocols.ts';
import { ravdessRows, RAVDESS_SPEAKERS as speakers } from '../testing/ravdess-rows.ts';
import { assertDisjoint } from './assert-disjoint.ts';
import { clipSplits } from './clip-splits.ts';
import { holdoutSplit } from './holdout-split.ts';
import { leftOutTwins } from './left-out-twins.ts';
import { recordingOf } from './recording-of.ts';
import type { Row } from './row.ts';
import { speakerSplits } from './speaker-splits.ts';
import type { Split } from './split.ts';

const folds = [['0', '1'], ['2', '3'], ['4']];

/** Clips of five speakers; some hold the recording of another clip, whatever its label or speaker. */
const rowsWithTwins = fc
  .array(
    fc.record({
      label: fc.constantFrom('a', 'b', 'c'),
      condition: fc.constantFrom('speech', 'song'),
      variants: fc.subarray(['noise', 'pitch']),
      twinOf: fc.option(fc.nat({ max: 99 }), { freq: 3 }),
    }),
    { minLength: 100, maxLength: 130 },
  )
  .map((drawn): Row[] =>
    drawn.flatMap(({ label, condition, variants, twinOf }, n) =>
      [...variants, 'original'].map((variant) => ({
        clip: `${n}`,
        label,
        speaker: `${n % 5}`,
        condition,
        variant,
        // Some name their own recording, which is the default.
        ...(twinOf !== null && { recording: `${twinOf}` }),
      })),
    ),
  );

const draws = fc.record({
  seed: fc.nat(),
  conditions: fc.constantFrom(undefined, ['speech', 'song']),
  testConditions: fc.constantFrom(undefined, ['speech']),
});

const split: Record<string, (rows: Row[], options: { seed: number }) => Split[]> = {
  clipSplits: (rows, { seed }) => clipSplits(rows, { seed, folds: 3, validation: 0.3 }),
  'clipSplits without validation': (rows, { seed }) =>
    clipSplits(rows, { seed, folds: 2, validation: 0 }),
  speakerSplits: (rows, options) =>
    speakerSplits(rows, { ...options, folds, validationSpeakers: 1 }),
  holdoutSplit: (rows, options) => [
    holdoutSplit(rows, { ...options, testSpeakers: ['1', '3'], validationSpeakers: 2 }),
  ],
  ...Object.fromEntries(
    Object.values(PROTOCOLS)
      .filter(({ leaks }) => !leaks)
      .map(({ name, splits }) => [
        `the protocol ${name}`,
        (rows: Row[], options: { seed: number }): Split[] =>
          splits(rows, {
            ...options,
            folds: 3,
            speakers: { folds, holdout: ['0', '2'], selection: folds },
          }),
      ]),
  ),
};

/** The splits of any rows that can be split at all. */
function splitsOf(name: string, rows: Row[], options: { seed: number }): Split[] {
  try {
    return split[name](rows, options);
  } catch (error) {
    // A draw may leave too few clips of a label, or none to train.
    if (EvaluationError.isInstance(error) && error.code === 'too-few') return [];
    throw error;
  }
}

describe.each(Object.keys(split))('%s', (name) => {
  it('has no recording on two sides', () => {
    let splits = 0;
    fc.assert(
      fc.property(rowsWithTwins, draws, (rows, options) => {
        for (const each of splitsOf(name, rows, options)) {
          assertDisjoint(each, rows.map(recordingOf));
          splits++;
        }
      }),
      { numRuns: 40 },
    );
    expect(splits).toBeGreaterThan(20);
  });

  it('leaves out no clip but augmented ones and twins', () => {
    fc.assert(
      fc.property(rowsWithTwins, fc.nat(), (rows, seed) => {
        for (const each of splitsOf(name, rows, { seed })) {
          const { train, validation, test } = each;
          const used = [...train, ...validation, ...test].map((i) => rows[i].clip);
          expect(new Set([...used, ...leftOutTwins(rows, each)]).size).toBe(
            new Set(rows.map(({ clip }) => clip)).size,
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('where every recording is one clip', () => {
  const rows = ravdessRows();
  const named = rows.map((row) => ({ ...row, recording: `sound of ${row.clip}` }));
  const options = { seed: 2, speakers, conditions: ['speech', 'song'], testConditions: ['speech'] };

  it.each(Object.values(PROTOCOLS))('$name splits as without recordings', ({ splits }) => {
    expect(splits(named, options)).toEqual(splits(rows, options));
  });

  it('validation is drawn as without recordings', () => {
    expect(clipSplits(named, { seed: 1 })).toEqual(clipSplits(rows, { seed: 1 }));
    const { folds } = speakers;
    expect(speakerSplits(named, { seed: 1, folds })).toEqual(
      speakerSplits(rows, { seed: 1, folds }),
    );
  });

  it('no twin is left out', () => {
    for (const each of PROTOCOLS.speaker.splits(rows, options)) {
      expect(leftOutTwins(rows, each)).toEqual([]);
    }
  });
});

describe('of twins', () => {
  const row = (clip: string, speaker: string, label = 'sad', recording?: string): Row => ({
    clip,
    label,
    speaker,
    variant: 'original',
    ...(recording !== undefined && { recording }),
  });

  it('the first label by name stratifies', () => {
    // Four recordings of each label, if the twins count as their first one does.
    const rows = [0, 1, 2, 3].flatMap((n) => [
      row(`${n} a`, '1', 'sad', `r${n}`),
      row(`${n} b`, '2', 'calm', `r${n}`),
      row(`${n} c`, '1', 'calm'),
    ]);
    for (const { test } of clipSplits(rows, { seed: 0, folds: 4, validation: 0 })) {
      expect(test.map((i) => rows[i].label).sort()).toEqual(['calm', 'calm', 'sad']);
    }
  });

  it('a recording may be named after one of its clips', () => {
    const rows = [row('a', '1'), row('b', '2', 'calm', 'a'), row('c', '2')];
    const [each] = speakerSplits(rows, { seed: 0, folds: [['1']], validationSpeakers: 0 });
    expect(each).toEqual({ train: [2], validation: [], test: [0] });
    expect(leftOutTwins(rows, each)).toEqual(['b']);
  });

  it('both are tested where both speakers are', () => {
    const rows = [row('a', '1', 'sad', 'r'), row('b', '2', 'calm', 'r'), row('c', '3')];
    const [each] = speakerSplits(rows, { seed: 0, folds: [['1', '2']], validationSpeakers: 0 });
    expect(each).toEqual({ train: [2], validation: [], test: [0, 1] });
  });

  it('a recording that validates is not trained on', () => {
    const twin = { recording: 'r' };
    const rows = [
      row('a', '1'),
      { ...row('b', '2'), ...twin },
      { ...row('c', '3'), ...twin },
      { ...row('c', '3'), ...twin, variant: 'noise' },
      row('d', '3'),
    ];
    const options = { seed: 0, testSpeakers: ['1'], validationSpeakers: 1, speakerGroups: [['2']] };
    expect(holdoutSplit(rows, options)).toEqual({ train: [4], validation: [1], test: [0] });
  });

  it('a speaker with nothing to validate on is not drawn', () => {
    // Speaker 2 has a tested recording alone, and 3 none of the tested condition.
    const rows = [
      { ...row('a', '1', 'sad', 'r'), condition: 'song' },
      { ...row('b', '2', 'sad', 'r'), condition: 'song' },
      { ...row('c', '3'), condition: 'speech' },
      { ...row('d', '4'), condition: 'song' },
    ];
    for (let seed = 0; seed < 10; seed++) {
      const options = {
        seed,
        testSpeakers: ['1'],
        testConditions: ['song'],
        validationSpeakers: 1,
      };
      expect(holdoutSplit(rows, options)).toEqual({ train: [2], validation: [3], test: [0] });
    }
  });

  it('a speaker whose recordings are all tested neither validates nor trains', () => {
    const rows = [row('a', '1', 'sad', 'r'), row('b', '2', 'sad', 'r'), row('c', '3')];
    const options = { seed: 0, testSpeakers: ['1'], validationSpeakers: 1 };
    expect(() => holdoutSplit(rows, options)).toThrow('none with a recording of the others');
  });

  it('the rows of one clip must agree', () => {
    const rows = [row('a', '1'), { ...row('a', '1', 'sad', 'other'), variant: 'noise' }];
    expect(() => clipSplits(rows, { seed: 0 })).toThrow(
      'all `rows` of the clip a must have one recording, got a, other',
    );
  });
});
