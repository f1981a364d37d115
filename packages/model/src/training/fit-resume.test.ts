import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { averageWeights } from '../callbacks/average-weights.ts';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { reduceLrOnPlateau } from '../callbacks/reduce-lr-on-plateau.ts';
import { cosineDecay } from '../schedules/cosine-decay.ts';
import { slopes, smallModel, stateSaver, type Trained, trainSlopes } from '../testing/slopes.ts';
import { getWeightsData } from '../util/weights-data.ts';
import type { Callback } from './callback.ts';
import { deserializeState } from './deserialize-state.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import { serializeState } from './serialize-state.ts';
import type { TrainingState } from './training-state.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A whole run, and its states after each epoch. */
async function capture(
  options: Partial<FitOptions>,
): Promise<{ whole: Trained; states: TrainingState[] }> {
  const save = stateSaver();
  const callbacks = [...(options.callbacks ?? []), save];
  const whole = await trainSlopes({ ...options, callbacks });
  return { whole, states: save.states };
}

/** Options that a run may have; each call makes new callbacks. */
const RUNS: Record<string, () => Partial<FitOptions>> = {
  nothing: () => ({}),
  'AdamW, clipping, smoothing, mixup, noise and class weights': () => ({
    weightDecay: 0.1,
    globalClipnorm: 0.05,
    labelSmoothing: 0.1,
    mixup: 0.2,
    augment: (x, { random }) => x.map((value) => value + random()),
    classWeight: [1, 2],
  }),
  'a schedule': () => ({ learningRate: cosineDecay(0.05) }),
  'a falling rate': () => ({
    callbacks: [reduceLrOnPlateau({ monitor: 'loss', patience: 1, minDelta: 9, factor: 0.5 })],
  }),
  'the best weights of the first epochs': () => ({
    learningRate: 0.5,
    callbacks: [earlyStopping({ monitor: 'accuracy', patience: 2, restoreBestWeights: true })],
  }),
  'weights that are averaged': () => ({ callbacks: [averageWeights({ startEpoch: 0 })] }),
};

// Through bytes, as a run that is resumed in another process.
describe.each(Object.entries(RUNS))('a run with %s', (_, options) => {
  it('ends with the same bits when it is resumed after any epoch', async () => {
    const { whole, states } = await capture(options());
    expect(states.map(({ epoch }) => epoch)).toEqual([1, 2, 3].slice(0, states.length));
    for (const state of states) {
      const resumeFrom = deserializeState(serializeState(state));
      expect(await trainSlopes({ ...options(), resumeFrom })).toEqual(whole);
    }
  });
});

describe('a captured state', () => {
  it('holds what the run has come to', async () => {
    const { whole, states } = await capture({
      callbacks: [reduceLrOnPlateau({ monitor: 'loss' })],
    });
    expect(states[1]).toMatchObject({
      version: 1,
      seed: 1,
      epoch: 2,
      stopTraining: false,
      history: whole.history.slice(0, 2),
      // Three steps an epoch.
      optimizer: { iterations: 6, learningRate: 0.001 },
      callbacks: { stateSaver: {}, reduceLrOnPlateau: { wait: 0 } },
    });
    expect(states[2].weights).toEqual(whole.weights);
    expect(states[1].weights).not.toEqual(whole.weights);
  });

  it('goes on as often as asked', async () => {
    const { whole, states } = await capture({});
    for (let time = 0; time < 2; time++) {
      expect(await trainSlopes({ resumeFrom: states[0] })).toEqual(whole);
    }
  });

  it('goes on for more epochs', async () => {
    const { states } = await capture({ epochs: 1 });
    expect(await trainSlopes({ epochs: 2, resumeFrom: states[0] })).toEqual(
      await trainSlopes({ epochs: 2 }),
    );
  });

  it('of a run that a callback has ended trains no more', async () => {
    const stop: Callback = {
      name: 'stop',
      onEpochEnd(_, trainer) {
        trainer.stopTraining = true;
      },
    };
    const { whole, states } = await capture({ callbacks: [stop] });
    const steps: unknown[] = [];
    const resumed = await trainSlopes({
      resumeFrom: states[0],
      callbacks: [{ name: 'count', onBatchEnd: () => void steps.push(1) }],
    });
    expect(steps).toEqual([]);
    expect(resumed).toEqual(whole);
  });

  it('of a run that was interrupted goes on from its last epoch', async () => {
    const abort = new AbortController();
    const save = stateSaver();
    const interrupt: Callback = {
      name: 'interrupt',
      onBatchEnd: ({ epoch, batch }) =>
        void (epoch === 2 && batch === 1 && abort.abort(new Error('enough'))),
    };
    const run = trainSlopes({ callbacks: [save, interrupt], signal: abort.signal });
    await expect(run).rejects.toThrow('enough');
    expect(await trainSlopes({ resumeFrom: save.states[1] })).toEqual(await trainSlopes());
  });

  it('gives callbacks their states back after they have begun', async () => {
    const { states } = await capture({ callbacks: [{ name: 'mine', getState: () => ({ a: 1 }) }] });
    const calls: unknown[] = [];
    const mine: Callback = {
      name: 'mine',
      onTrainBegin: () => void calls.push('begin'),
      setState: (state) => void calls.push(state),
    };
    await trainSlopes({ callbacks: [mine], resumeFrom: states[1] });
    expect(calls).toEqual(['begin', { a: 1 }]);
  });

  it('keeps the state of a callback whatever its name is', async () => {
    const seen: unknown[] = [];
    const named = (name: string): Callback => ({
      name,
      getState: () => ({ name }),
      setState: (state) => void seen.push(state.name),
    });
    const callbacks = ['constructor', 'toString', 'hasOwnProperty'].map(named);
    const { states } = await capture({ callbacks, epochs: 1 });
    const resumeFrom = deserializeState(serializeState(states[0]));
    await trainSlopes({ callbacks, resumeFrom });
    expect(seen).toEqual(['constructor', 'toString', 'hasOwnProperty']);
    // A state without them has nothing of that name.
    await trainSlopes({ callbacks, resumeFrom: { ...resumeFrom, callbacks: {} } });
    expect(seen).toHaveLength(3);
  });
});

describe('a resumed run', () => {
  const validation = slopes(4, 1);
  const OPTIONS: Partial<FitOptions> = { validation, classWeight: [1, 2] };
  let state: TrainingState;
  beforeAll(async () => {
    ({
      states: [state],
    } = await capture({ ...OPTIONS, epochs: 1 }));
  });

  const relabelled = { x: slopes(20).x, y: new Array(20).fill(0) };
  it.each<[string, Partial<FitOptions>, Parameters<typeof trainSlopes>[1]?]>([
    ['other examples', {}, { dataset: slopes(20, 1) }],
    ['other labels', {}, { dataset: relabelled }],
    ['other validation examples', { validation: slopes(4, 2) }],
    ['other validation labels', { validation: { x: validation.x, y: [0, 0, 0, 0] } }],
    ['no validation', { validation: undefined }],
    ['other class weights', { classWeight: [1, 3] }],
    ['no class weights', { classWeight: undefined }],
    ['another batch size', { batchSize: 4 }],
    ['another rate', { learningRate: 0.002 }],
    ['a schedule', { learningRate: cosineDecay(0.001) }],
    ['weight decay', { weightDecay: 0.1 }],
    ['clipping', { globalClipnorm: 1 }],
    ['smoothing', { labelSmoothing: 0.1 }],
    ['mixup', { mixup: 0.1 }],
  ])('is refused with %s', async (_, other, data) => {
    const run = trainSlopes({ ...OPTIONS, ...other, resumeFrom: state }, data);
    await expect(run).rejects.toMatchObject({
      code: 'bad-argument',
      message:
        'fit: `resumeFrom` was trained on other data or with other options; give the same ones',
    });
  });

  it('is refused with a schedule over other epochs', async () => {
    const learningRate = cosineDecay(0.001);
    const { states } = await capture({ learningRate });
    await expect(trainSlopes({ learningRate, epochs: 4, resumeFrom: states[0] })).rejects.toThrow(
      'other options',
    );
  });

  it('is refused with another seed', async () => {
    await expect(trainSlopes({ ...OPTIONS, seed: 5, resumeFrom: state })).rejects.toThrow(
      'fit: `resumeFrom` was trained with seed 1, but `seed` is 5',
    );
  });

  it.each<[string, (state: TrainingState) => unknown, string]>([
    ['that is a number', () => 7, 'bad-argument'],
    ['of another version', (each) => ({ ...each, version: 2 }), 'bad-argument'],
    ['of an epoch and a half', (each) => ({ ...each, epoch: 1.5 }), 'corrupt-state'],
    ['without its history', (each) => ({ ...each, history: [] }), 'corrupt-state'],
    ['whose weights are missing', (each) => ({ ...each, weights: [] }), 'corrupt-state'],
    [
      'whose weights are short',
      (each) => ({ ...each, weights: each.weights.map((weight) => weight.subarray(1)) }),
      'corrupt-state',
    ],
    [
      'whose moments are missing',
      ({ optimizer, ...each }) => ({
        ...each,
        optimizer: { ...optimizer, moments: optimizer.moments.slice(1) },
      }),
      'corrupt-state',
    ],
    ...[0, 1].map((short): [string, (state: TrainingState) => unknown, string] => [
      `whose moments ${short} are short`,
      ({ optimizer, ...each }) => {
        const moments = optimizer.moments.map((pair) =>
          pair.map((moment, i) => (i === short ? moment.subarray(1) : moment)),
        );
        return { ...each, optimizer: { ...optimizer, moments } };
      },
      'corrupt-state',
    ]),
    [
      'of minus one step',
      (each) => ({ ...each, optimizer: { ...each.optimizer, iterations: -1 } }),
      'corrupt-state',
    ],
    [
      'whose rate is no number',
      (each) => ({ ...each, optimizer: { ...each.optimizer, learningRate: Number.NaN } }),
      'corrupt-state',
    ],
    [
      'in which a callback kept something else',
      (each) => ({ ...each, callbacks: { earlyStopping: { wait: 'long' } } }),
      'corrupt-state',
    ],
    [
      'in which a callback kept weights of another model',
      (each) => ({
        ...each,
        callbacks: { earlyStopping: { wait: 0, best: 1, bestEpoch: 0, bestWeights: [] } },
      }),
      'corrupt-state',
    ],
  ])('refuses a state %s, and leaves the model as it was', async (_, change, code) => {
    const model = smallModel();
    const before = await getWeightsData(model);
    const run = fit(model, slopes(20), {
      batchSize: 8,
      seed: 1,
      epochs: 4,
      ...OPTIONS,
      callbacks: [earlyStopping({ restoreBestWeights: true })],
      resumeFrom: change(state) as TrainingState,
    });
    await expect(run).rejects.toMatchObject({ name: 'ModelError', code });
    expect(await getWeightsData(model)).toEqual(before);
    model.dispose();
  });
});
