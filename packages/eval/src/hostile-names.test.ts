import { describe, expect, it } from 'vitest';
import * as evaluation from './index.ts';
import { groupAccuracySvg, historySvg, htmlReport, rocSvg } from './plots/index.ts';
import { HOSTILE_NAMES } from './testing/hostile-names.ts';
import { readSvg } from './testing/read-svg.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e'];

/** Sixty samples of five classes, by their letters, some of them wrong. */
const letters = Array.from({ length: 60 }, (_, i) => LETTERS[i % 5]);
const wrong = letters.map((letter, i) => (i % 7 === 0 ? LETTERS[(i * 3) % 5] : letter));
const yScore = wrong.map((predicted, i) =>
  LETTERS.map((letter) => (letter === predicted ? 0.6 - i / 1000 : 0.1 + i / 4000)),
);
const speakersOf = letters.map((_, i) => LETTERS[(i * 2) % 5]);

interface Sample {
  labels: string[];
  yTrue: string[];
  yPred: string[];
  speakers: string[];
  rows: evaluation.Row[];
}

/** The samples under names of five letters, or of five other names in the same order. */
function sampleOf(names: readonly string[]): Sample {
  const nameOf = (letter: string): string => names[LETTERS.indexOf(letter)];
  const yTrue = letters.map(nameOf);
  const speakers = speakersOf.map(nameOf);
  return {
    labels: [...names],
    yTrue,
    yPred: wrong.map(nameOf),
    speakers,
    rows: letters.map((letter, i) => ({
      clip: i < 5 ? names[i] : `x${i}`,
      label: yTrue[i],
      // A speaker without a name is one that is not known, which splits by speaker refuse.
      speaker: `${speakers[i]}.`,
      variant: 'original',
      condition: nameOf(letter),
      recording: i < 5 ? names[i] : `x${i}`,
    })),
  };
}

/** Everything that is computed from names, by what computes it. */
const COMPUTATIONS: Record<string, (sample: Sample) => unknown> = {
  accuracyScore: ({ yTrue, yPred }) => evaluation.accuracyScore(yTrue, yPred),
  balancedAccuracyScore: ({ yTrue, yPred }) => evaluation.balancedAccuracyScore(yTrue, yPred),
  classificationReport: ({ yTrue, yPred }) => evaluation.classificationReport(yTrue, yPred),
  cohenKappaScore: ({ yTrue, yPred, labels }) =>
    evaluation.cohenKappaScore(yTrue, yPred, { labels, weights: 'linear' }),
  confusionMatrix: ({ yTrue, yPred }) => evaluation.confusionMatrix(yTrue, yPred),
  f1Score: ({ yTrue, yPred, labels }) => evaluation.f1Score(yTrue, yPred, { labels }),
  furtherMetrics: ({ yTrue, yPred, labels }) => [
    evaluation.fbetaScore(yTrue, yPred, { labels, beta: 2 }),
    evaluation.jaccardScore(yTrue, yPred, { labels }),
    evaluation.zeroOneLoss(yTrue, yPred),
  ],
  matthewsCorrcoef: ({ yTrue, yPred }) => evaluation.matthewsCorrcoef(yTrue, yPred),
  mcnemar: ({ yTrue, yPred }) => evaluation.mcnemar(yTrue, yPred, yTrue),
  precisionRecallFscoreSupport: ({ yTrue, yPred }) =>
    evaluation.precisionRecallFscoreSupport(yTrue, yPred),
  scores: ({ yTrue, labels }) => [
    evaluation.logLoss(yTrue, yScore),
    evaluation.brierScore(yTrue, yScore, { labels }),
    evaluation.rocAucScore(yTrue, yScore),
    evaluation.averagePrecisionScore(yTrue, yScore),
    evaluation.topKAccuracyScore(yTrue, yScore, { labels }),
    evaluation.calibrationCurve(yTrue, yScore),
    evaluation.fitTemperature(yTrue, yScore),
  ],
  bootstrapInterval: ({ speakers }) =>
    evaluation.bootstrapInterval(60, (indices) => indices[0], { groups: speakers, nResamples: 9 }),
  splits: ({ yTrue, speakers }) => [
    evaluation.stratifiedKFold(yTrue, { shuffle: true }),
    evaluation.groupKFold(speakers, { shuffle: true }),
    evaluation.stratifiedGroupKFold(yTrue, speakers, { shuffle: true }),
    evaluation.leaveOneGroupOut(speakers),
    evaluation.trainTestSplit(60, { stratify: yTrue }),
  ],
  clipSplits: ({ rows, labels }) =>
    evaluation.clipSplits(rows, { seed: 1, folds: 3, conditions: labels.slice(0, 3) }),
  protocols: ({ rows, labels }) =>
    Object.values(evaluation.PROTOCOLS).map(({ splits }) =>
      splits(rows, {
        seed: 1,
        folds: 3,
        conditions: labels,
        testConditions: labels.slice(0, 4),
        speakers: {
          folds: [[`${labels[1]}.`]],
          holdout: [`${labels[2]}.`, `${labels[0]}.`],
          selection: [[`${labels[0]}.`], [`${labels[2]}.`]],
        },
      }),
    ),
  assertDisjoint: ({ speakers }) => {
    const [{ train, test }] = evaluation.leaveOneGroupOut(speakers);
    evaluation.assertDisjoint({ train, test }, speakers);
    try {
      evaluation.assertDisjoint({ constructor: train, ['__proto__']: [train[0]] }, speakers);
    } catch (error) {
      return (error as evaluation.EvaluationError).code;
    }
    return 'no leak was found';
  },
  crossValidate: ({ rows }) =>
    evaluation.crossValidate(rows, {
      splits: evaluation.clipSplits(rows, { seed: 0, folds: 3 }),
      train: ({ split }) => split.test.map((i) => yScore[i]),
    }),
};

/** JSON whose names are letters, whatever they were. */
function inLetters(value: unknown, names: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) => {
    const at = typeof each === 'string' ? names.indexOf(each.replace(/\.$/, '')) : -1;
    return at === -1 ? each : LETTERS[at] + (each.endsWith('.') ? '.' : '');
  });
}

describe('names that every object has are names like any other', () => {
  it.each(Object.entries(COMPUTATIONS))('%s', async (_, compute) => {
    const plain = await compute(sampleOf(LETTERS));
    const hostile = await compute(sampleOf(HOSTILE_NAMES));
    expect(inLetters(hostile, HOSTILE_NAMES)).toEqual(inLetters(plain, LETTERS));
  });

  const { labels, yTrue, yPred, speakers } = sampleOf(HOSTILE_NAMES);
  const named = HOSTILE_NAMES.filter((name) => name !== '');

  it('in text', () => {
    const report = evaluation.classificationReport(yTrue, yPred);
    expect(evaluation.formatReport(report)).toMatch(/ {14} .*\n +__proto__ .*\n +constructor /);
    const matrix = evaluation.confusionMatrix(yTrue, yPred);
    expect(evaluation.formatConfusionMatrix(matrix, labels)).toMatch(
      / {3} __p {2}con {2}has {2}toS\n/,
    );
  });

  it('in figures', () => {
    expect(readSvg(rocSvg(yTrue, yScore)).label).toContain('hasOwnProperty 0.');
    const bars = readSvg(groupAccuracySvg(yTrue, yPred, speakers));
    expect(bars.texts).toEqual(expect.arrayContaining(named));
    expect(bars.svg.querySelectorAll('[aria-label="bar"] rect')).toHaveLength(5);
  });

  it.each(HOSTILE_NAMES)('in a history, which has no figure called %o', (metric) => {
    expect(() => historySvg([{ loss: 1 }], { metric: metric as 'loss' })).toThrow(
      `must hold ${metric}, got 1 epochs without`,
    );
  });

  it('in a report, its settings too', () => {
    const predictions = yTrue.map((truth, i) => ({
      clip: `${i}`,
      speaker: speakers[i],
      fold: 1,
      seed: 0,
      truth,
      predicted: yPred[i],
      scores: yScore[i],
    }));
    const config = JSON.parse('{"__proto__": "first", "constructor": "second"}');
    const html = htmlReport({ title: 'constructor', labels, predictions, config });
    expect(html).toContain('<th scope="row">__proto__</th><td>first</td>');
    expect(html).toContain('<th scope="row">constructor</th><td>second</td>');
    for (const name of named) expect(html).toMatch(`<th scope="row">${name}</th><td>`);
  });
});
