import { describe, expect, it } from 'vitest';
import { clipSplits } from '../splits/clip-splits.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { RAVDESS_SPEAKERS, ravdessRows, speakerOf } from '../testing/ravdess-rows.ts';
import { crossValidate } from './cross-validate.ts';
import type { CrossValidateOptions, CrossValidationProgress } from './cross-validate-options.ts';
import type { FoldRun } from './fold-run.ts';
import type { Prediction } from './prediction.ts';

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
  const progress: CrossValidationProgress[] = [];
  const whole = crossValidate(rows, { ...options, onProgress: (p) => progress.push(p) });

  it('returns every prediction of every fold and seed', async () => {
    const { predictions } = await whole;
    expect(predictions).toHaveLength(2 * 1440);
  });

  it('names clip, speaker and truth of each prediction', async () => {
    for (const { clip, speaker, truth } of (await whole).predictions) {
      const [, label, , actor] = clip.split('-');
      expect([speaker, truth]).toEqual([speakerOf(Number(actor)), label]);
    }
  });

  it('tests each speaker in its fold', async () => {
    for (const { speaker, fold } of (await whole).predictions) {
      expect(folds[fold - 1]).toContain(speaker);
    }
  });

  it('predicts the label with the highest score', async () => {
    for (const { speaker, truth, predicted, scores } of (await whole).predictions) {
      expect(predicted).toBe(speaker <= '12' ? truth : 'neutral');
      expect(scores[labels.indexOf(predicted)]).toBe(1);
    }
  });

  it('reports its progress run by run', async () => {
    await whole;
    expect(progress.map(({ fold, seed, done, total }) => [fold, seed, done, total])).toEqual([
      ...[1, 2, 3, 4, 5].map((fold) => [fold, 0, fold, 10]),
      ...[1, 2, 3, 4, 5].map((fold) => [fold, 1, 5 + fold, 10]),
    ]);
  });

  it('keeps the order of the labels that it is given', async () => {
    expect((await whole).labels).toEqual(labels);
  });

  it('is JSON', async () => {
    const result = await whole;
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('an interrupted crossValidate', () => {
  const done = new Map<string, Prediction[]>();
  const trained: string[] = [];
  const controller = new AbortController();
  const counting = (run: FoldRun): number[][] => {
    trained.push(run.key);
    if (trained.length === 4) controller.abort(new Error('enough'));
    return train(run);
  };
  const interrupted = crossValidate(rows, {
    ...options,
    train: counting,
    done,
    signal: controller.signal,
  }).catch((error: unknown) => error);
  const resumed: boolean[] = [];
  const goOn = interrupted.then(() =>
    crossValidate(rows, {
      ...options,
      train: counting,
      done,
      onProgress: (progress) => resumed.push(progress.resumed),
    }),
  );

  it('throws the reason of the signal', async () => {
    expect(await interrupted).toEqual(new Error('enough'));
  });

  it('trains no run twice when it goes on', async () => {
    await goOn;
    expect(trained).toHaveLength(10);
    expect(new Set(trained).size).toBe(10);
  });

  it('keeps every run that it has finished', async () => {
    await goOn;
    expect([...done.keys()]).toEqual(trained);
  });

  it('says which runs it did not train', async () => {
    await goOn;
    expect(resumed).toEqual(Array.from({ length: 10 }, (_, i) => i < 4));
  });

  it('ends with what it would have ended with', async () => {
    expect(await goOn).toEqual(await crossValidate(rows, options));
  });
});

describe('crossValidate refuses', () => {
  describe('groups that are tested and known from training', () => {
    const speakers = rows.map(({ speaker }) => speaker);

    it('and trains where there are none', async () => {
      const { predictions } = await crossValidate(rows, { ...options, groups: speakers });
      expect(predictions).toHaveLength(2 * 1440);
    });

    it('before it trains', async () => {
      let trained = 0;
      const leaky = crossValidate(rows, {
        splits: (seed) => clipSplits(rows, { seed }),
        groups: speakers,
        train: () => {
          trained++;
          return [];
        },
      });
      await expect(leaky).rejects.toMatchObject({ code: 'leaked-group' });
      expect(trained).toBe(0);
    });
  });

  it('stored predictions of other rows', async () => {
    const done = new Map<string, Prediction[]>();
    await crossValidate(rows, { ...options, done });
    const fewer = {
      ...options,
      splits: speakerSplits(rows.slice(0, 1000), { seed: 0, ...splitOptions }),
      done,
    };
    await expect(crossValidate(rows, fewer)).rejects.toThrow('`done` must hold the');
  });

  it('stored predictions of another speaker', async () => {
    const done = new Map<string, Prediction[]>();
    await crossValidate(rows, { ...options, done });
    const renamed = rows.map((row) => ({ ...row, speaker: '' }));
    const splits = speakerSplits(rows, { seed: 0, ...splitOptions });
    await expect(crossValidate(renamed, { ...options, seeds: [0], splits, done })).rejects.toThrow(
      '`done` must hold the',
    );
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
  ])('%s', async (_, wrong, message) => {
    await expect(crossValidate(rows, { ...options, ...wrong })).rejects.toThrow(message);
  });
});
