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
  'a weight without end': [
    () => evaluation.accuracyScore(['a'], ['a'], { sampleWeight: [Number.POSITIVE_INFINITY] }),
    'accuracyScore: `sampleWeight` must be finite and not negative, got Infinity',
  ],
  'a cell that is no number': [
    () =>
      evaluation.formatConfusionMatrix(
        [
          [1, 2],
          [3, '4' as never],
        ],
        ['a', 'b'],
      ),
    'formatConfusionMatrix: `matrix` must hold numbers, got another value in row 1',
  ],
  'a row without a group': [
    () => evaluation.assertDisjoint({ train: [1] }, ['a']),
    'assertDisjoint: `groups` must have an entry for row 1, got 1 entries',
  ],
};

const y = ['calm', 'sad'];
const scores = [
  [0.9, 0.1],
  [0.2, 0.8],
];
const holdout = { seed: 0, testSpeakers: ['1'] };
const folds = { splits: [{ train: [0], validation: [], test: [1] }], train: () => [[1, 0]] };
/** What would be taken for something else, or for nothing, if it were not refused. */
const WRONG_OPTIONS: [call: (options: never) => unknown, wrong: object, message: string][] = [
  ...[
    (options: never) => evaluation.f1Score(y, y, options),
    (options: never) => evaluation.precisionScore(y, y, options),
    (options: never) => evaluation.recallScore(y, y, options),
    (options: never) => evaluation.fbetaScore(y, y, { beta: 1, ...(options as object) }),
    (options: never) => evaluation.jaccardScore(y, y, options),
  ].flatMap((call): typeof WRONG_OPTIONS => [
    [call, { average: 'binary' }, 'must be one of micro, macro, weighted, got binary'],
    [call, { zeroDivision: 2 }, '`zeroDivision` must be one of 0, 1'],
    [call, { labels: 'calm' }, '`labels` must be an array, got "calm"'],
    [call, { labels: [] }, '`labels` must name one class or more, each once, got []'],
    [call, { labels: ['calm', 'calm'] }, '`labels` must name one class or more, each once'],
    [call, { sampleWeight: 'ab' }, '`sampleWeight` must be an array, got "ab"'],
  ]),
  ...[
    (options: never) => evaluation.rocAucScore(y, scores, options),
    (options: never) => evaluation.averagePrecisionScore(y, scores, options),
  ].map((call): (typeof WRONG_OPTIONS)[number] => [
    call,
    { average: 'micro' },
    '`average` must be one of macro, weighted, got micro',
  ]),
  ...['conditions', 'testConditions', 'testSpeakers'].flatMap((name): typeof WRONG_OPTIONS => [
    [
      (options) => evaluation.holdoutSplit(rows, { ...holdout, ...(options as object) }),
      { [name]: 'speech' },
      `holdoutSplit: \`${name}\` must be an array, got "speech"`,
    ],
    [
      (options) => evaluation.holdoutSplit(rows, { ...holdout, ...(options as object) }),
      { [name]: ['speech', 1] },
      `holdoutSplit: \`${name}\` must hold strings, got 1`,
    ],
  ]),
  [
    (options) => evaluation.holdoutSplit(rows, { ...holdout, ...(options as object) }),
    { speakerGroups: ['12', '3'] },
    'holdoutSplit: `speakerGroups` must be an array, got "12"',
  ],
  [
    (options) => evaluation.holdoutSplit(rows, { ...holdout, ...(options as object) }),
    { validationSpeakers: 1.5 },
    'holdoutSplit: `validationSpeakers` must be a whole number ≥ 0, got 1.5',
  ],
  [
    (options) => evaluation.clipSplits(rows, options),
    { seed: 0, conditions: 'speech' },
    'clipSplits: `conditions` must be an array, got "speech"',
  ],
  [
    (options) => evaluation.speakerSplits(rows, options),
    { seed: 0, folds: '12' },
    'speakerSplits: `folds` must be an array, got "12"',
  ],
  ...[0, 1, '0.5', Number.NaN].map((testSize): (typeof WRONG_OPTIONS)[number] => [
    (options) => evaluation.trainTestSplit(10, options),
    { testSize },
    'trainTestSplit: `testSize` must be in (0, 1), got',
  ]),
  [
    (options) => evaluation.classificationReport(y, y, options),
    { targetNames: 'ab' },
    'classificationReport: `targetNames` must be an array, got "ab"',
  ],
];

describe('a wrong option is refused', () => {
  it.each(WRONG_OPTIONS)('%#: %s %j', (call, wrong, message) => {
    expect(() => call(wrong as never)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each<[object, string]>([
    [{ train: 'x' }, '`train` must be a function, got "x"'],
    [{ onProgress: 'x' }, '`onProgress` must be a function, got "x"'],
    [{ signal: {} }, '`signal.throwIfAborted` must be a function, got undefined'],
    [{ done: { get: () => {} } }, '`done.set` must be a function, got undefined'],
    [{ done: { set: () => {} } }, '`done.get` must be a function, got undefined'],
    [{ seeds: 5 }, '`seeds` must be an array, got 5'],
    [{ splits: 5 }, '`splits` must be an array, got 5'],
    [{ labels: [0, 1] }, '`labels` must hold strings, got 0'],
    [{ groups: 5 }, '`groups` must be an array, got 5'],
  ])('of crossValidate: %o', async (wrong, message) => {
    await expect(
      evaluation.crossValidate(rows, { ...folds, ...(wrong as object) }),
    ).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining(`crossValidate: ${message}`),
    });
  });
});

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
