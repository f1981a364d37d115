import { describe, expect, it } from 'vitest';
import * as evaluation from './index.ts';

const { EvaluationError } = evaluation;
const row = (clip: string, speaker: string, label = 'sad'): evaluation.Row => ({
  clip,
  label,
  speaker,
  variant: 'original',
});
const rows = ['1', '2', '3', '4', '5', '6'].map((speaker) => row(`c${speaker}`, speaker));
const noisy = { ...rows[0], variant: 'noise' };

/** Every complaint of too little data. All others are of bad arguments, or of leaks. */
const TOO_FEW: Record<string, [() => unknown, string]> = {
  rocCurve: [() => evaluation.rocCurve([true, true], [1, 2]), 'got 2 and 0 by weight'],
  'rocCurve by weight': [
    () => evaluation.rocCurve([true, false], [1, 2], { sampleWeight: [0, 3] }),
    'there must be positive and negative samples, got 0 and 3 by weight',
  ],
  precisionRecallCurve: [
    () => evaluation.precisionRecallCurve([false], [1]),
    'there must be positive samples, got 0 by weight',
  ],
  trainTestSplit: [() => evaluation.trainTestSplit(1), 'got 1 of 1 for the test'],
  'trainTestSplit, of a class': [
    () => evaluation.trainTestSplit(4, { stratify: [1, 1, 1, 2] }),
    'each class must have 2 members or more, got 1 of 2',
  ],
  'trainTestSplit, of a side': [
    () => evaluation.trainTestSplit(6, { stratify: [1, 1, 2, 2, 3, 3] }),
    'the test side must have a sample for each of 3 classes, got 2',
  ],
  stratifiedKFold: [
    () => evaluation.stratifiedKFold([1, 1, 2], { nSplits: 3 }),
    'a class must have 3 members or more for 3 folds, got 2 in the largest',
  ],
  groupKFold: [
    () => evaluation.groupKFold([1, 2], { nSplits: 3 }),
    'there must be 3 groups or more for 3 folds, got 2',
  ],
  stratifiedGroupKFold: [
    () => evaluation.stratifiedGroupKFold([1, 1, 1], [1, 2, 2], { nSplits: 3 }),
    'there must be 3 groups or more for 3 folds, got 2',
  ],
  'stratifiedGroupKFold, of a class': [
    () => evaluation.stratifiedGroupKFold([1, 2, 3], [1, 2, 3], { nSplits: 2 }),
    'there must be 2 members of a class or more for 2 folds, got 1 in the largest',
  ],
  leaveOneGroupOut: [() => evaluation.leaveOneGroupOut(['a']), 'two groups or more, got 1'],
  bootstrapInterval: [() => evaluation.bootstrapInterval(1, () => 1), 'two samples or more, got 1'],
  'bootstrapInterval, of groups': [
    () => evaluation.bootstrapInterval(2, () => 1, { groups: [1, 1] }),
    'there must be two groups or more, got 1',
  ],
  'holdoutSplit without a test': [
    () => evaluation.holdoutSplit(rows, { seed: 0, testSpeakers: ['9'] }),
    '`rows` must hold a speaker of 9 to test, 3 others to validate and another to train, none ' +
      'with a recording of the others, got the speakers 1, 2, 3, 4, 5, 6',
  ],
  'holdoutSplit without training': [
    () => evaluation.holdoutSplit(rows, { seed: 0, testSpeakers: ['1'], validationSpeakers: 5 }),
    '5 others to validate and another to train',
  ],
  'holdoutSplit without enough to validate': [
    () => evaluation.holdoutSplit(rows, { seed: 0, testSpeakers: ['1'], validationSpeakers: 6 }),
    '6 others to validate',
  ],
  'holdoutSplit of a condition': [
    () =>
      evaluation.holdoutSplit(rows, {
        seed: 0,
        testSpeakers: ['1'],
        testConditions: ['song', 'speech'],
        validationSpeakers: 0,
      }),
    'to test and another to train, none with a recording of the others, ' +
      'got the speakers 1, 2, 3, 4, 5, 6 in song and speech',
  ],
  speakerSplits: [
    () => evaluation.speakerSplits(rows, { seed: 0, folds: [['1'], ['9']] }),
    'a speaker of 9 to test',
  ],
  rocAucScore: [
    () =>
      evaluation.rocAucScore(
        ['a', 'b'],
        [
          [1, 0, 0],
          [0, 1, 0],
        ],
        { labels: ['a', 'b', 'c'] },
      ),
    'got 0 and 2 by weight',
  ],
};

/** Complaints of rows that contradict each other, and the like. */
const BAD: Record<string, [() => unknown, string]> = {
  'two labels of a clip': [
    () => evaluation.clipSplits([rows[0], { ...noisy, label: 'calm' }], { seed: 0 }),
    'clipSplits: all `rows` of the clip c1 must have one label and one speaker, ' +
      'got sad of "1", calm of "1"',
  ],
  'two speakers of a clip': [
    () => evaluation.clipSplits([rows[0], { ...noisy, speaker: '2' }], { seed: 0 }),
    'one label and one speaker, got sad of "1", sad of "2"',
  ],
  'no original': [
    () => evaluation.clipSplits([noisy], { seed: 0 }),
    'one row of the clip c1 whose variant is "original", got 0 among 1',
  ],
  'an unknown speaker': [
    () => evaluation.holdoutSplit([...rows, row('c7', '')], { seed: 0, testSpeakers: ['1'] }),
    'holdoutSplit: `rows` must name the speaker of every clip, got "" for c7',
  ],
  'no folds': [
    () => evaluation.speakerSplits(rows, { seed: 0, folds: [] }),
    'speakerSplits: `folds` must hold a list of speakers or more, got 0',
  ],
  'a side that has all': [
    () => evaluation.referenceSplit(rows, { seed: 0, validation: 1 }),
    'referenceSplit: `validation` must be in [0, 1), got 1',
  ],
  'a statistic that is not finite': [
    () => evaluation.bootstrapInterval(3, () => Number.POSITIVE_INFINITY),
    'bootstrapInterval: `statistic` must give a finite number, got Infinity',
  ],
  'a single class': [
    () => evaluation.logLoss(['a'], [[1]]),
    'logLoss: there must be two classes or more, got 1',
  ],
  'a row without a group': [
    () => evaluation.assertDisjoint({ train: [1] }, ['a']),
    'assertDisjoint: `groups` must have an entry for row 1, got 1 entries',
  ],
};

describe.each([
  ['too-few', TOO_FEW],
  ['bad-argument', BAD],
] as const)('the code %s', (code, cases) => {
  it.each(Object.entries(cases))('%s', (_, [call, message]) => {
    expect(call).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});

it('the code leaked-group names the group and its sides', () => {
  const split = { train: [0], validation: [2], test: [3, 1] };
  expect(() => evaluation.assertDisjoint(split, ['a', 'a', 'b', 'c'])).toThrow(
    expect.objectContaining({
      code: 'leaked-group',
      message: 'assertDisjoint: each group must stand on one side, got a in train and test',
    }),
  );
});

it('an error keeps its code, its message and its cause', () => {
  const cause = new Error('below');
  const error = new EvaluationError('too-few', 'f: too few', { cause });
  const { name, code, message } = error;
  expect({ name, code, message }).toEqual({
    name: 'EvaluationError',
    code: 'too-few',
    message: 'f: too few',
  });
  expect(error.cause).toBe(cause);
});
