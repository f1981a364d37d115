import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { averageWeights } from '../callbacks/average-weights.ts';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { SLOPE_LENGTH, slopes, smallModel, stateSaver, trainSlopes } from '../testing/slopes.ts';
import { type CountingSource, sourceOf } from '../testing/source-of.ts';
import type { Dataset } from './dataset.ts';
import { evaluate } from './evaluate.ts';
import type { ExampleSource } from './example-source.ts';
import type { FitOptions } from './fit-options.ts';
import { predictScores } from './predict-scores.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const data = slopes(20);
const validation = slopes(6, 1);
/** Two values of the interface, once filled at once, once in a later task. */
const KINDS: [string, boolean][] = [
  ['at once', false],
  ['later', true],
];
const asSource = ({ x, y }: Dataset<Float32Array>, isLater = true): Dataset<CountingSource> => ({
  x: sourceOf(x, SLOPE_LENGTH, isLater),
  y,
});
/** A source of the slopes with another part. */
const odd = (part: Partial<ExampleSource>): Dataset => ({
  x: { ...sourceOf(data.x, SLOPE_LENGTH), ...part },
  y: data.y,
});

describe.each(KINDS)('a source that fills %s gives the bits of its array', (_, isLater) => {
  it.each<[string, () => Partial<FitOptions>]>([
    ['as it is', () => ({})],
    [
      'with validation, augmentation, mixup, class weights and callbacks',
      () => ({
        augment(x, { random }) {
          for (let i = 0; i < x.length; i++) x[i] += random();
        },
        mixup: 0.2,
        labelSmoothing: 0.1,
        classWeight: [1, 2],
        weightDecay: 0.1,
        callbacks: [averageWeights({ startEpoch: 1 }), earlyStopping({ patience: 1 })],
        validation,
      }),
    ],
  ])('in a fit %s', async (__, options) => {
    const own = options();
    const read = await trainSlopes(
      { ...own, ...(own.validation && { validation: asSource(validation, isLater) }) },
      { dataset: asSource(data, isLater) },
    );
    expect(read).toEqual(await trainSlopes(options()));
  });

  it('in evaluate and predictScores', async () => {
    const model = smallModel();
    onTestFinished(() => void model.dispose());
    const source = asSource(data, isLater);
    expect(await evaluate(model, source)).toEqual(await evaluate(model, data));
    expect(await predictScores(model, source.x, { batchSize: 7 })).toEqual(
      await predictScores(model, data.x),
    );
    expect(source.x.reads.slice(-3).map(({ length }) => length)).toEqual([7, 7, 6]);
  });

  it('in a scaler of features of frames, and through it', async () => {
    const { x } = asSource(data, isLater);
    const scaler = await StandardScaler.fit(x, 4, { clip: 1 });
    const expected = StandardScaler.fit(data.x, 4, { clip: 1 });
    expect(scaler).toEqual(expected);
    const scaled = scaler.transform(x);
    expect(scaled).toMatchObject({ length: 20, size: SLOPE_LENGTH });
    const into = new Float32Array(2 * SLOPE_LENGTH);
    await scaled.read(Int32Array.of(3, 0), into);
    const all = expected.transform(data.x);
    expect(into.subarray(0, SLOPE_LENGTH)).toEqual(all.subarray(24, 32));
    expect(into.subarray(SLOPE_LENGTH)).toEqual(all.subarray(0, SLOPE_LENGTH));
  });

  it('after it is resumed from the array, and the array from it', async () => {
    const save = stateSaver();
    const whole = await trainSlopes({ callbacks: [save] });
    const again = stateSaver();
    const dataset = asSource(data, isLater);
    await trainSlopes({ callbacks: [again] }, { dataset });
    expect(again.states).toEqual(save.states);
    const [resumeFrom] = again.states;
    expect(await trainSlopes({ resumeFrom })).toEqual(whole);
    expect(await trainSlopes({ resumeFrom }, { dataset })).toEqual(whole);
  });
});

it('is of another run where one number differs', async () => {
  const save = stateSaver();
  await trainSlopes({ callbacks: [save], epochs: 1 });
  const x = data.x.map((value, i) => (i === 100 ? value + 1e-6 : value));
  const other = { x: sourceOf(x, SLOPE_LENGTH), y: data.y };
  await expect(
    trainSlopes({ resumeFrom: save.states[0] }, { dataset: other }),
  ).rejects.toMatchObject({ code: 'bad-argument', message: expect.stringContaining('other data') });
});

it('is read whole once, then a batch ahead of training', async () => {
  const { x, y } = asSource(data);
  const seen: number[] = [];
  await trainSlopes(
    { epochs: 1, callbacks: [{ name: 'see', onBatchEnd: () => void seen.push(x.reads.length) }] },
    { dataset: { x, y } },
  );
  expect(x.reads[0]).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect(x.reads.map(({ length }) => length)).toEqual([20, 8, 8, 4]);
  expect(
    x.reads
      .slice(1)
      .flat()
      .sort((a, b) => a - b),
  ).toEqual(x.reads[0]);
  // When the first batch has trained, the second has been asked for.
  expect(seen).toEqual([3, 4, 4]);
});

it('keeps its order where the source writes into its indices', async () => {
  const x = sourceOf(data.x, SLOPE_LENGTH);
  const vandal: ExampleSource = {
    ...x,
    async read(indices, into) {
      await x.read(indices, into);
      indices.fill(0);
    },
  };
  expect(await trainSlopes({}, { dataset: { x: vandal, y: data.y } })).toEqual(await trainSlopes());
});

describe('a source that lies', () => {
  const full = sourceOf(data.x, SLOPE_LENGTH, false);
  const wrong: [string, Partial<ExampleSource>, string][] = [
    ['has fewer examples than labels', { length: 19 }, '.x` must hold 20 examples, one a label'],
    ['has half an example', { length: 19.5 }, '.x.length` must be a whole number ≥ 0, got 19.5'],
    ['has no length', { length: undefined }, '.x.length` must be a whole number ≥ 0, got undefin'],
    ['has other examples', { size: 4 }, '.x.size` must be 8 × 1 = 8 values an example, got 4'],
    [
      'leaves an example out',
      { read: (indices, into) => full.read(indices.subarray(1), into) },
      '.x.read` must fill `into` with finite numbers, got NaN in example',
    ],
    [
      'gives NaN later on',
      {
        read(indices, into) {
          full.read(indices, into);
          if (indices.length < 20) into[9] = Number.NaN;
        },
      },
      'got NaN in example',
    ],
    [
      'gives away the memory that it is to fill',
      {
        read(indices, into) {
          full.read(indices, into);
          structuredClone(into, { transfer: [into.buffer] });
        },
      },
      '.x.read` must leave `into` where it is',
    ],
  ];
  it.each(wrong)('and %s is refused by fit', async (_, part, text) => {
    const before = tf.memory().numTensors;
    await expect(trainSlopes({}, { dataset: odd(part) })).rejects.toMatchObject({
      code: 'bad-dataset',
      message: expect.stringMatching(/^fit: `dataset\./),
    });
    await expect(trainSlopes({}, { dataset: odd(part) })).rejects.toThrow(text);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('as validation is refused too', async () => {
    const options = { validation: odd({ read: () => undefined }) };
    await expect(trainSlopes(options)).rejects.toMatchObject({
      code: 'bad-dataset',
      message: expect.stringContaining('fit: `validation.x.read` must fill'),
    });
  });

  it('is refused by the others, each in its name', async () => {
    const model = smallModel();
    onTestFinished(() => void model.dispose());
    const source = odd({ read: () => undefined }).x as ExampleSource;
    await expect(evaluate(model, { x: source, y: data.y })).rejects.toMatchObject({
      code: 'bad-dataset',
      message:
        'evaluate: `dataset.x.read` must fill `into` with finite numbers, got NaN in example 0',
    });
    await expect(predictScores(model, source)).rejects.toMatchObject({
      code: 'bad-argument',
      message: 'predictScores: `x.read` must fill `into` with finite numbers, got NaN in example 0',
    });
    await expect(predictScores(model, { ...source, size: 3 })).rejects.toMatchObject({
      code: 'bad-argument',
      message: 'predictScores: `x.size` must be 8 values an example, got 3',
    });
    await expect(StandardScaler.fit(source, 4)).rejects.toMatchObject({ code: 'bad-argument' });
    for (const call of [
      () => StandardScaler.fit(source, 3),
      () => StandardScaler.fit({ ...source, length: 0 }, 4),
      () => new StandardScaler([0, 0, 0], [1, 1, 1]).transform(source),
    ]) {
      expect(call).toThrow('`x` must hold whole rows of');
    }
  });
});

describe('what a source throws', () => {
  const failure = new Error('the disk is gone');

  it.each<[string, number]>([
    ['at once', 0],
    ['while the first batch trains', 2],
    ['in the second epoch', 5],
  ])('%s ends the run with it, and nothing stays', async (_, good) => {
    const { x, y } = asSource(data);
    const before = tf.memory().numTensors;
    let reads = 0;
    const dataset = {
      x: {
        ...x,
        read(indices: Int32Array, into: Float32Array) {
          if (reads++ >= good) throw failure;
          return x.read(indices, into);
        },
      },
      y,
    };
    await expect(trainSlopes({}, { dataset })).rejects.toBe(failure);
    expect(reads).toBe(good + 1);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('after the run has failed for another reason is kept quiet', async () => {
    const { x, y } = asSource(data);
    const other = new Error('a callback failed');
    let isReading = false;
    const dataset = {
      x: {
        ...x,
        async read(indices: Int32Array, into: Float32Array) {
          isReading = true;
          await x.read(indices, into);
          isReading = false;
          if (x.reads.length === 3) throw failure;
        },
      },
      y,
    };
    const fail = { name: 'fail', onBatchEnd: () => Promise.reject(other) };
    await expect(trainSlopes({ callbacks: [fail] }, { dataset })).rejects.toBe(other);
    // Whoever closes the file now closes it under nobody.
    expect(isReading).toBe(false);
    expect(x.reads).toHaveLength(3);
  });
});

it('is asked for nothing more once the signal has ended the run', async () => {
  const abort = new AbortController();
  const { x, y } = asSource(data);
  const end = { name: 'end', onBatchEnd: () => abort.abort(new Error('enough')) };
  const run = trainSlopes({ callbacks: [end], signal: abort.signal }, { dataset: { x, y } });
  await expect(run).rejects.toThrow('enough');
  expect(x.reads.length).toBeLessThanOrEqual(4);
});
