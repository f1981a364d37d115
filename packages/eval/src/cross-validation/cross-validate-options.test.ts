import { describe, expect, it } from 'vitest';
import { crossValidate } from './cross-validate.ts';
import type { CrossValidateOptions, CrossValidationProgress } from './cross-validate-options.ts';
import type { FoldRun, TestedRow } from './fold-run.ts';
import type { Prediction } from './prediction.ts';

const rows: TestedRow[] = ['sad', 'calm', 'sad', 'calm'].map((label, i) => ({
  clip: `clip ${i}`,
  label,
  speaker: `${i % 2}`,
}));
const splits = [
  { train: [0], validation: [1], test: [2, 3] },
  { train: [2], validation: [3], test: [1, 0] },
];
/** Scores by the row, so that each is known again. */
const scoreOf = (i: number): number[] => [i / 10, 0.15];
const train = ({ split }: FoldRun): number[][] => split.test.map(scoreOf);
const cross = (options: Partial<CrossValidateOptions> = {}) =>
  crossValidate(rows, { splits, train, ...options });

describe('crossValidate', () => {
  it('trains with the seed 0, and sorts the labels, by default', async () => {
    const prediction = (fold: number, i: number, predicted: string): Prediction => ({
      clip: `clip ${i}`,
      speaker: `${i % 2}`,
      fold,
      seed: 0,
      truth: rows[i].label,
      predicted,
      scores: scoreOf(i),
    });
    expect(await cross()).toEqual({
      labels: ['calm', 'sad'],
      predictions: [
        prediction(1, 2, 'calm'),
        prediction(1, 3, 'calm'),
        prediction(2, 1, 'sad'),
        prediction(2, 0, 'sad'),
      ],
    });
  });

  it('gives the columns the labels in their order', async () => {
    const labels = ['sad', 'angry', 'calm'];
    const result = await cross({
      labels,
      train: ({ split }) => split.test.map((i) => [i === 2 ? 1 : 0, 0, 0.5]),
    });
    expect(result.labels).toEqual(labels);
    expect(result.predictions.map(({ predicted }) => predicted)).toEqual([
      'sad',
      'calm',
      'calm',
      'calm',
    ]);
  });

  it('predicts the first of equal scores', async () => {
    const { predictions } = await cross({ train: ({ split }) => split.test.map(() => [0.5, 0.5]) });
    expect(new Set(predictions.map(({ predicted }) => predicted))).toEqual(new Set(['calm']));
  });

  it('hands the run to the training: fold, seed, name, split and signal', async () => {
    const runs: FoldRun[] = [];
    const { signal } = new AbortController();
    const noting = (run: FoldRun): number[][] => {
      runs.push(run);
      return train(run);
    };
    await cross({ seeds: [5, 2], train: noting, signal });
    expect(runs).toEqual([
      { fold: 1, seed: 5, key: 'fold1-seed5', split: splits[0], signal },
      { fold: 2, seed: 5, key: 'fold2-seed5', split: splits[1], signal },
      { fold: 1, seed: 2, key: 'fold1-seed2', split: splits[0], signal },
      { fold: 2, seed: 2, key: 'fold2-seed2', split: splits[1], signal },
    ]);
    for (const run of runs) expect(run.signal).toBe(signal);
    await cross({ train: noting });
    expect(runs[4]).not.toHaveProperty('signal');
  });

  it('draws the folds of each seed once, before it trains', async () => {
    const events: string[] = [];
    await cross({
      seeds: [5, 2],
      splits: (seed) => {
        events.push(`draw ${seed}`);
        return [splits[seed % 2]];
      },
      train: (run) => {
        events.push(`train ${run.key} on ${run.split.train}`);
        return train(run);
      },
    });
    expect(events).toEqual([
      'draw 5',
      'draw 2',
      'train fold1-seed5 on 2',
      'train fold1-seed2 on 0',
    ]);
  });

  it('waits for each run, keeps it, then tells of it, before the next begins', async () => {
    const events: string[] = [];
    const later = async <T>(event: string, value: T): Promise<T> => {
      await Promise.resolve();
      events.push(event);
      return value;
    };
    const progress: CrossValidationProgress[] = [];
    const { predictions } = await cross({
      done: {
        get: (key) => later(`get ${key}`, undefined),
        set: (key, own) => later(`set ${key}: ${own.length}`, undefined),
      },
      train: (run) => later(`train ${run.key}`, train(run)),
      onProgress: (told) => {
        events.push(`told ${told.done} of ${told.total}`);
        progress.push(told);
      },
    });
    expect(events).toEqual([
      'get fold1-seed0',
      'train fold1-seed0',
      'set fold1-seed0: 2',
      'told 1 of 2',
      'get fold2-seed0',
      'train fold2-seed0',
      'set fold2-seed0: 2',
      'told 2 of 2',
    ]);
    expect(progress).toEqual([
      {
        fold: 1,
        seed: 0,
        done: 1,
        total: 2,
        resumed: false,
        predictions: predictions.slice(0, 2),
      },
      {
        fold: 2,
        seed: 0,
        done: 2,
        total: 2,
        resumed: false,
        predictions: predictions.slice(2),
      },
    ]);
  });

  it('does not keep again what it took from `done`', async () => {
    const done = new Map<string, Prediction[]>();
    const { predictions } = await cross({ done });
    const kept: string[] = [];
    const again = await cross({
      done: { get: (key) => done.get(key), set: (key) => kept.push(key) },
      train: () => {
        throw new Error('it was trained again');
      },
    });
    expect(again.predictions).toEqual(predictions);
    expect(kept).toEqual([]);
  });

  it('makes plain JSON of scores in typed arrays, and shares none with the training', async () => {
    const row = Float32Array.of(0.25, 0.75);
    const { predictions } = await cross({ train: ({ split }) => split.test.map(() => row) });
    row.fill(0);
    expect(predictions.map(({ scores }) => scores)).toEqual(Array(4).fill([0.25, 0.75]));
  });

  it('trains nothing when it was aborted before', async () => {
    const reason = new Error('enough');
    const aborted = cross({
      signal: AbortSignal.abort(reason),
      train: () => {
        throw new Error('it was trained');
      },
    });
    await expect(aborted).rejects.toBe(reason);
  });

  it('keeps the run in which it was aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const done = new Map<string, Prediction[]>();
    const told: number[] = [];
    const aborted = cross({
      done,
      signal: controller.signal,
      train: (run) => {
        controller.abort(reason);
        return train(run);
      },
      onProgress: (progress) => told.push(progress.done),
    });
    await expect(aborted).rejects.toBe(reason);
    expect([[...done.keys()], told]).toEqual([['fold1-seed0'], [1]]);
  });

  it('throws what the training throws, and keeps nothing of that run', async () => {
    const done = new Map<string, Prediction[]>();
    const failing = cross({
      done,
      train: (run) => {
        if (run.fold === 2) throw new RangeError('no memory');
        return train(run);
      },
    });
    await expect(failing).rejects.toThrow(new RangeError('no memory'));
    expect([...done.keys()]).toEqual(['fold1-seed0']);
  });

  it('takes a group that trains and validates', async () => {
    const both = [{ train: [0], validation: [0], test: [2] }];
    await expect(cross({ groups: ['a', 'b', 'c', 'd'], splits: both })).resolves.toBeDefined();
  });
});

describe('crossValidate refuses', () => {
  it.each([
    ['a clip that trains', { train: [2], validation: [], test: [2] }],
    ['a clip that validates', { train: [], validation: [2], test: [2] }],
  ])('%s and is tested', async (_, leaky) => {
    const groups = rows.map(({ clip }) => clip);
    await expect(cross({ groups })).resolves.toBeDefined();
    await expect(cross({ groups, splits: [splits[0], leaky] })).rejects.toMatchObject({
      code: 'leaked-group',
      message: expect.stringMatching(/^crossValidate: .* got clip 2 in known and test$/),
    });
  });

  it.each<[string, (stored: Prediction[]) => unknown]>([
    ['too few', (stored) => stored.slice(1)],
    ['too many', (stored) => [...stored, stored[0]]],
    ['another clip', ([first, second]) => [{ ...first, clip: 'other' }, second]],
    ['another speaker', ([first, second]) => [first, { ...second, speaker: 'other' }]],
    ['another truth', ([first, second]) => [first, { ...second, truth: 'calm?' }]],
    ['another order', ([first, second]) => [second, first]],
    ['another number of classes', ([first, second]) => [first, { ...second, scores: [1] }]],
    ['no scores', ([first, second]) => [first, { ...second, scores: undefined }]],
    ['null', ([first]) => [first, null]],
    ['no list', () => ({ length: 2 })],
  ])('stored predictions: %s', async (_, change) => {
    const done = new Map<string, Prediction[]>();
    await cross({ done });
    done.set('fold1-seed0', change(done.get('fold1-seed0') ?? []) as Prediction[]);
    await expect(cross({ done })).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining('`done` must hold the 2 test rows of fold1-seed0, got '),
    });
  });

  it.each<[string, Partial<CrossValidateOptions>, string]>([
    ['no seeds', { seeds: [] }, '`splits` and `seeds` must give one run or more'],
    ['a fold twice', { seeds: [1, 2, 1] }, 'each once, got 6 with the seeds 1, 2, 1'],
    ['labels that lack one', { labels: ['calm', 'angry'] }, '`labels` must name every class'],
    ['a row below 0', { splits: [{ ...splits[0], test: [-1] }] }, 'got -1 in fold1-seed0'],
    ['a row too many', { splits: [{ ...splits[0], test: [4] }] }, 'of the 4 rows, got 4 in fold1'],
    ['too many scores', { train: () => [[1, 0]] }, 'a row for each of 2 samples, got 1'],
  ])('%s', async (_, wrong, message) => {
    await expect(cross(wrong)).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining(message),
    });
  });
});
