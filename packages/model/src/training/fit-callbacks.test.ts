import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { reduceLrOnPlateau } from '../callbacks/reduce-lr-on-plateau.ts';
import { cosineDecay } from '../schedules/cosine-decay.ts';
import { slopes, smallModel, trainSlopes } from '../testing/slopes.ts';
import { getWeightsData } from '../util/weights-data.ts';
import type { Callback } from './callback.ts';
import type { BatchLogs } from './epoch-logs.ts';
import { fit } from './fit.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

it('calls every hook of every callback in its order', async () => {
  const calls: string[] = [];
  const named = (name: string): Callback => ({
    name,
    onTrainBegin: ({ epochs }) => void calls.push(`${name} train of ${epochs}`),
    onEpochBegin: (epoch) => void calls.push(`${name} epoch ${epoch}`),
    onBatchEnd: ({ batch }) => void calls.push(`${name} batch ${batch}`),
    onEpochEnd: ({ epoch }) => void calls.push(`${name} epoch ${epoch} ends`),
    onTrainEnd: () => void calls.push(`${name} ends`),
  });
  await trainSlopes({ epochs: 2, batchSize: 10, callbacks: [named('a'), named('b')] });
  const epoch = (n: number) => [`epoch ${n}`, 'batch 0', 'batch 1', `epoch ${n} ends`];
  const events = ['train of 2', ...epoch(0), ...epoch(1), 'ends'];
  expect(calls).toEqual(events.flatMap((event) => [`a ${event}`, `b ${event}`]));
});

it('waits for a hook that takes its time', async () => {
  const calls: string[] = [];
  const slow = (name: string) => async () => {
    await new Promise((resolve) => setImmediate(resolve));
    calls.push(name);
  };
  const one: Callback = {
    name: 'one',
    onTrainBegin: slow('begin'),
    onEpochBegin: slow('epoch'),
    onBatchEnd: slow('batch'),
    onEpochEnd: slow('epoch ends'),
    onTrainEnd: slow('end'),
  };
  const two: Callback = {
    name: 'two',
    onTrainBegin: () => void calls.push('2'),
    onEpochBegin: () => void calls.push('2'),
    onBatchEnd: () => void calls.push('2'),
    onEpochEnd: () => void calls.push('2'),
    onTrainEnd: () => void calls.push('2'),
  };
  await trainSlopes({ epochs: 1, batchSize: 20, callbacks: [one, two] });
  const expected = ['begin', 'epoch', 'batch', 'epoch ends', 'end'];
  expect(calls).toEqual(expected.flatMap((name) => [name, '2']));
});

it('tells the figures of each batch, whose mean over all examples are those of the epoch', async () => {
  const batches: BatchLogs[] = [];
  const record: Callback = { name: 'record', onBatchEnd: (logs) => void batches.push(logs) };
  const { history } = await trainSlopes({ epochs: 2, callbacks: [record] });
  expect(batches.map(({ loss, ...others }) => others)).toEqual(
    [0, 1].flatMap((epoch) => [0, 1, 2].map((batch) => ({ epoch, batch, batches: 3 }))),
  );
  // Batches of 8, 8 and 4. Doubles.
  const means = [batches.slice(0, 3), batches.slice(3)].map(
    ([a, b, c]) => (8 * a.loss + 8 * b.loss + 4 * c.loss) / 20,
  );
  expect(history.map(({ loss }) => loss)).toBeAllclose(means, { rtol: 1e-12 });
});

it('gives callbacks the figures that it returns', async () => {
  const seen: unknown[] = [];
  const record: Callback = { name: 'record', onEpochEnd: (logs) => void seen.push({ ...logs }) };
  const { history } = await trainSlopes({ validation: slopes(6, 1), callbacks: [record] });
  expect(seen).toEqual(history);
});

describe('the trainer', () => {
  it('holds the model', async () => {
    const model = smallModel();
    const seen: unknown[] = [];
    const callbacks: Callback[] = [{ name: 'x', onTrainBegin: (t) => void seen.push(t.model) }];
    await fit(model, slopes(8), { epochs: 1, callbacks });
    expect(seen[0]).toBe(model);
    model.dispose();
  });

  it('ends the run after the epoch in which a callback says so', async () => {
    const ends: number[] = [];
    const callbacks: Callback[] = [
      {
        name: 'stop',
        onBatchEnd({ epoch }, trainer) {
          if (epoch === 1) trainer.stopTraining = true;
        },
        onTrainEnd: () => void ends.push(1),
      },
    ];
    const { history } = await trainSlopes({ epochs: 4, callbacks });
    expect(history).toHaveLength(2);
    expect(ends).toEqual([1]);
  });

  it('takes the rate that a callback sets for the steps that follow', async () => {
    const rate = (learningRate: number): Callback => ({
      name: 'rate',
      onTrainBegin(trainer) {
        trainer.learningRate = learningRate;
      },
    });
    const set = await trainSlopes({ callbacks: [rate(0.02)] });
    expect(set).toEqual(await trainSlopes({ learningRate: 0.02 }));
    expect(set.history.map(({ learningRate }) => learningRate)).toEqual([0.02, 0.02, 0.02]);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('refuses the rate %d', async (rate) => {
    const callbacks: Callback[] = [
      {
        name: 'x',
        onTrainBegin(trainer) {
          trainer.learningRate = rate;
        },
      },
    ];
    await expect(trainSlopes({ callbacks })).rejects.toThrow(
      'fit: `trainer.learningRate` must be ≥ 0 and finite',
    );
  });

  it('lets no callback set the rate of a schedule', async () => {
    const callbacks = [reduceLrOnPlateau({ monitor: 'loss', patience: 1, minDelta: 10 })];
    await expect(trainSlopes({ learningRate: cosineDecay(0.01), callbacks })).rejects.toThrow(
      'is a schedule',
    );
  });
});

describe('best weights', () => {
  it('are those that the model has when fit returns', async () => {
    const epochs: Float32Array[][] = [];
    const record: Callback = {
      name: 'record',
      onEpochEnd: async (_, { model }) => void epochs.push(await getWeightsData(model)),
    };
    const stop = earlyStopping({ monitor: 'accuracy', patience: 9, restoreBestWeights: true });
    // The rate is so high that the first epochs are not the last ones' worse.
    const { weights, history } = await trainSlopes({
      learningRate: 0.5,
      callbacks: [stop, record],
    });
    const accuracies = history.map(({ accuracy }) => accuracy);
    const best = accuracies.indexOf(Math.max(...accuracies));
    expect(best).toBeLessThan(2);
    expect(weights).toEqual(epochs[best]);
  });
});

describe('a signal', () => {
  it('that has fired lets no step run', async () => {
    const abort = AbortSignal.abort(new Error('never'));
    const steps: unknown[] = [];
    const callbacks: Callback[] = [{ name: 'x', onBatchEnd: () => void steps.push(1) }];
    await expect(trainSlopes({ callbacks, signal: abort })).rejects.toThrow('never');
    expect(steps).toEqual([]);
  });

  it('ends the run before the next step', async () => {
    const abort = new AbortController();
    let steps = 0;
    const onBatchEnd = () => void (++steps === 2 && abort.abort(new Error('enough')));
    const callbacks: Callback[] = [{ name: 'x', onBatchEnd }];
    await expect(trainSlopes({ callbacks, signal: abort.signal })).rejects.toThrow('enough');
    expect(steps).toBe(2);
  });

  it('fires between two steps, as a timer does', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('timer')));
    await expect(trainSlopes({ epochs: 1000, signal: abort.signal })).rejects.toThrow('timer');
  });

  it('of the last epoch is noticed after its callbacks', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const callbacks: Callback[] = [
      {
        name: 'abort',
        onBatchEnd({ epoch, batch, batches }) {
          if (epoch === 2 && batch === batches - 1) abort.abort(new Error('late'));
        },
        onEpochEnd: ({ epoch }) => void seen.push(epoch),
      },
    ];
    await expect(trainSlopes({ callbacks, signal: abort.signal })).rejects.toThrow('late');
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe('starts a callback anew for each run', () => {
  const validation = slopes(8, 1);
  const stop = () => earlyStopping({ patience: 1, restoreBestWeights: true });

  it('with the same end', async () => {
    const options = { validation, callbacks: [stop()] };
    expect(await trainSlopes(options)).toEqual(await trainSlopes(options));
  });

  it('and passes no weights from one model to the next', async () => {
    const callbacks = [stop()];
    await trainSlopes({ validation, callbacks });
    const other = { validation, seed: 9, learningRate: 1e-5 };
    expect(await trainSlopes({ ...other, callbacks })).toEqual(
      await trainSlopes({ ...other, callbacks: [stop()] }),
    );
  });
});
