import { describe, expect, it } from 'vitest';
import { afterProgress, FIRST_STATE, timeLeft, withEpoch } from './running-state.ts';
import type { TrainProgress } from './work/jobs.ts';

const told = (...events: TrainProgress[]) =>
  events.reduce((state, event, i) => afterProgress(state, event, 1000 * i), FIRST_STATE);

describe('afterProgress', () => {
  it.each<[TrainProgress, object]>([
    [
      { kind: 'compare', done: 1, total: 4 },
      { stage: 'compare', share: 0.25, detail: '1 of 4 recordings.' },
    ],
    [
      { kind: 'extract', done: 3, total: 4 },
      { stage: 'extract', share: 0.75, detail: '3 of 4 recordings.' },
    ],
    [
      { kind: 'backend', backend: 'wasm', threads: 2 },
      { stage: 'train', detail: 'WebAssembly, 2 threads.' },
    ],
    [
      { kind: 'backend', backend: 'webgpu', threads: 1 },
      { stage: 'train', detail: 'WebGPU.' },
    ],
    [
      { kind: 'step', epoch: 1, step: 5, steps: 10, loss: 1.23456 },
      { stage: 'train', share: 0.5, detail: 'Epoch 2, loss 1.235.' },
    ],
    [
      { kind: 'fit', share: 0.4 },
      { stage: 'train', share: 0.4 },
    ],
    [
      { kind: 'trained', epochs: 3 },
      { stage: 'score', share: 1 },
    ],
  ])('%o', (event, state) => {
    expect(told(event)).toMatchObject(state);
  });

  it('collects problems', () => {
    const problem = { kind: 'problem', file: 'a.wav', message: 'no' } as const;
    expect(told(problem, { ...problem, file: 'b.wav' }).problems).toEqual([
      { file: 'a.wav', message: 'no' },
      { file: 'b.wav', message: 'no' },
    ]);
  });
});

describe('timeLeft', () => {
  const extract = (done: number): TrainProgress => ({ kind: 'extract', done, total: 100 });

  it('goes by what was done since the stage began', () => {
    // 40 were in the cache; 10 took a second.
    const state = told(extract(40), extract(50));
    expect(timeLeft(state, 1000)).toBe('About 5 s left.');
    expect(timeLeft(state, 60_000)).toBe('About 5 minutes left.');
  });

  it('says nothing before anything is known', () => {
    expect(timeLeft(told(extract(0), extract(1)), 1000)).toBe('');
    expect(timeLeft(told(extract(100)), 1000)).toBe('');
    expect(timeLeft(told({ kind: 'compare', done: 50, total: 100 }), 1000)).toBe('');
  });

  it('is an upper bound of training, which may stop early', () => {
    const step = (at: number): TrainProgress => ({
      kind: 'step',
      epoch: 0,
      step: at,
      steps: 10,
      loss: 1,
    });
    expect(timeLeft(told(step(0), step(5)), 1000)).toBe('At most about 1 s left.');
  });
});

it('an epoch that is done again takes the place of the earlier one', () => {
  const logs = (epoch: number, loss: number) => ({ epoch, loss, accuracy: 0 }) as never;
  const history = [logs(0, 3), logs(1, 2)].reduce(withEpoch, [] as never);
  expect(withEpoch(history, logs(1, 1))).toEqual([logs(0, 3), logs(1, 1)]);
});
