import { beforeEach, expect, it, vi } from 'vitest';
import { print, startProgress } from './progress.ts';
import { terminalReporter } from './terminal-reporter.ts';

// What is drawn is looked at as calls.
vi.mock('./progress.ts');

let calls: unknown[][];
beforeEach(() => {
  calls = [];
  vi.mocked(print).mockImplementation((line) => {
    calls.push(['print', line]);
  });
  vi.mocked(startProgress).mockImplementation((label, total) => {
    calls.push(['start', label, total]);
    return {
      update: (done, detail) => calls.push(['update', done, detail]),
      stop: () => calls.push(['stop']),
    };
  });
});

const step = (epoch: number, n: number) =>
  ({ kind: 'step', epoch, step: n, steps: 3, loss: 0.5 }) as const;

it('draws one bar over the steps of all epochs, and takes it away after the last', () => {
  const { report } = terminalReporter();
  for (const [epoch, n] of [
    [0, 1],
    [1, 2],
    [1, 3],
  ]) {
    report(step(epoch, n));
  }
  expect(calls).toEqual([
    ['start', 'training', 3],
    ['update', 1, 'epoch 1, loss 0.500'],
    ['update', 2, 'epoch 2, loss 0.500'],
    ['update', 3, 'epoch 2, loss 0.500'],
    ['stop'],
  ]);
});

it('draws another bar where other work begins', () => {
  const { report } = terminalReporter();
  report({ kind: 'extract', done: 1, total: 4 });
  report(step(0, 1));
  expect(calls).toEqual([
    ['start', 'extracting', 4],
    ['update', 1, undefined],
    ['stop'],
    ['start', 'training', 3],
    ['update', 1, 'epoch 1, loss 0.500'],
  ]);
});

it.each([
  { kind: 'trained', epochs: 1 } as const,
  { kind: 'run-begin', fold: 1, folds: 2, seed: 0 } as const,
])('takes the bar of a training that stopped early away: $kind', (event) => {
  const { report } = terminalReporter();
  report(step(0, 1));
  calls = [];
  report(event);
  expect(calls[0]).toEqual(['stop']);
});

it('takes a bar away when it is told to, once', () => {
  const { report, stop } = terminalReporter();
  stop();
  report(step(0, 1));
  calls = [];
  stop();
  stop();
  expect(calls).toEqual([['stop']]);
});

it('prints figures that an epoch lacks as NaN', () => {
  const logs = { epoch: 0, loss: 1, accuracy: 0.5, learningRate: 0.000123456 };
  terminalReporter().report({ kind: 'epoch', epochs: 5, logs });
  expect(calls).toEqual([
    [
      'print',
      'epoch 1/5  loss 1.0000  accuracy 0.500  val_loss NaN  val_accuracy NaN  rate 0.00012',
    ],
  ]);
});

it('draws one bar of percents over a fit without epochs', () => {
  const { report } = terminalReporter();
  for (const share of [0, 0.509, 1]) report({ kind: 'fit', share });
  expect(calls).toEqual([
    ['start', 'fitting', 100],
    ['update', 0, undefined],
    ['update', 50, undefined],
    ['update', 100, undefined],
    ['stop'],
  ]);
});
