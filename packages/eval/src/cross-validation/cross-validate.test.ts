import { describe, expect, it } from 'vitest';
import { accuracyScore } from '../metrics/accuracy-score.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { scoreFolds } from '../statistics/score-folds.ts';
import { RAVDESS_SPEAKERS, ravdessRows } from '../testing/ravdess-rows.ts';
import {
  type CrossValidateOptions,
  type CrossValidationProgress,
  crossValidate,
  type FoldRun,
  type Prediction,
} from './cross-validate.ts';

const rows = ravdessRows(['original']);
const { folds, groups: speakerGroups } = RAVDESS_SPEAKERS;
const splitOptions = { folds, speakerGroups, testConditions: ['speech'], conditions: ['speech'] };
const labels = [...new Set(rows.map(({ label }) => label))];
/** Right for every clip of the speakers up to 12, and sure of "neutral" for the others. */
const train = ({ split }: FoldRun): number[][] =>
  split.test.map((i) =>
    labels.map((label) =>
      label === (rows[i].speaker <= '12' ? rows[i].label : 'neutral') ? 1 : 0,
    ),
  );
const options: CrossValidateOptions = {
  splits: (seed) => speakerSplits(rows, { seed, ...splitOptions }),
  seeds: [0, 1],
  labels,
  train,
};

describe('crossValidate', () => {
  it('returns every prediction of every fold and seed', async () => {
    const progress: CrossValidationProgress[] = [];
    const result = await crossValidate(rows, { ...options, onProgress: (p) => progress.push(p) });
    expect(result.labels).toEqual(labels);
    expect(result.predictions).toHaveLength(2 * 1440);
    expect(progress.map(({ fold, seed, done, total }) => [fold, seed, done, total])).toEqual([
      ...[1, 2, 3, 4, 5].map((fold) => [fold, 0, fold, 10]),
      ...[1, 2, 3, 4, 5].map((fold) => [fold, 1, 5 + fold, 10]),
    ]);
    for (const { clip, speaker, fold, truth, predicted, scores } of result.predictions) {
      expect(Number(speaker)).toBe(Number(clip.split('-')[3]));
      expect(clip.split('-')[1]).toBe(truth);
      expect(folds[fold - 1]).toContain(speaker);
      expect(predicted).toBe(speaker <= '12' ? truth : 'neutral');
      expect(scores[labels.indexOf(predicted)]).toBe(1);
    }
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('trains nothing twice when it goes on after an interruption', async () => {
    const done = new Map<string, Prediction[]>();
    const controller = new AbortController();
    const trained: string[] = [];
    const counting = (run: FoldRun): number[][] => {
      trained.push(run.key);
      if (trained.length === 4) controller.abort(new Error('enough'));
      return train(run);
    };
    const first = crossValidate(rows, {
      ...options,
      train: counting,
      done,
      signal: controller.signal,
    });
    await expect(first).rejects.toThrow('enough');
    expect([...done.keys()]).toEqual(trained);
    expect(trained).toHaveLength(4);

    const resumed: boolean[] = [];
    const result = await crossValidate(rows, {
      ...options,
      train: counting,
      done,
      onProgress: (p) => resumed.push(p.resumed),
    });
    expect(resumed).toEqual(Array.from({ length: 10 }, (_, i) => i < 4));
    expect(new Set(trained).size).toBe(10);
    expect(result).toEqual(await crossValidate(rows, options));
  });

  it('does not take the results of other rows for its own', async () => {
    const done = new Map<string, Prediction[]>();
    await crossValidate(rows, { ...options, done });
    const fewer = {
      ...options,
      splits: speakerSplits(rows.slice(0, 1000), { seed: 0, ...splitOptions }),
      done,
    };
    await expect(crossValidate(rows, fewer)).rejects.toThrow('`done` must hold the');
  });

  it.each<[string, Partial<CrossValidateOptions>, string]>([
    ['no folds', { splits: [] }, 'must give one run or more'],
    ['a seed twice', { seeds: [1, 1] }, 'each once, got 10 with the seeds 1, 1'],
    [
      'a row that is not there',
      { splits: [{ train: [0], validation: [], test: [1, 1e6] }] },
      'got 1000000 in fold1-seed0',
    ],
    ['too few scores', { train: () => [[1, 0]] }, '`yScore` must have a row for each of'],
    ['NaN', { train: (run) => train(run).map((row) => row.map(() => Number.NaN)) }, 'finite'],
  ])('refuses %s', async (_, wrong, message) => {
    await expect(crossValidate(rows, { ...options, ...wrong })).rejects.toThrow(message);
  });
});

describe('scoreFolds', () => {
  it('gives a metric of each run, its mean and its spread', async () => {
    const { predictions } = await crossValidate(rows, options);
    const { mean, std, stdOverFolds, stdOverSeeds, folds } = scoreFolds(
      predictions,
      ({ yTrue, yPred }) => accuracyScore(yTrue, yPred),
    );
    const expected = RAVDESS_SPEAKERS.folds.map((speakers) => {
      const right = speakers.map((speaker) => (speaker <= '12' ? 1 : 4 / 60));
      return right.reduce((a, b) => a + b, 0) / speakers.length;
    });
    for (const { fold, score } of folds) expect(score).toBeCloseTo(expected[fold - 1], 12);
    const all = [...expected, ...expected];
    const average = all.reduce((a, b) => a + b, 0) / 10;
    expect(mean).toBeCloseTo(average, 12);
    const squares = all.reduce((sum, score) => sum + (score - average) ** 2, 0);
    expect(std).toBeCloseTo(Math.sqrt(squares / 9), 12);
    // Both seeds score alike here.
    expect(stdOverFolds).toBeCloseTo(Math.sqrt(squares / 2 / 4), 12);
    expect(stdOverSeeds).toBeCloseTo(0, 12);
    const losses = scoreFolds(predictions, ({ yTrue, yScore }) =>
      logLoss(yTrue, yScore, { labels }),
    );
    expect(losses.mean).toBeGreaterThan(0);
    // A score that only the seed decides differs over seeds alone; one run differs from nothing.
    const bySeed = scoreFolds(predictions, (run) => run.predictions[0].seed);
    expect(bySeed).toMatchObject({ mean: 0.5, stdOverFolds: 0, stdOverSeeds: Math.SQRT1_2 });
    const one = scoreFolds(predictions.slice(0, 60), () => 1);
    expect(one).toMatchObject({ std: 0, stdOverFolds: 0, stdOverSeeds: 0 });
    expect(() => scoreFolds([], () => 0)).toThrow('one or more, got 0');
  });
});
