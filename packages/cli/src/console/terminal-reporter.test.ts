import { beforeEach, expect, it, vi } from 'vitest';
import { terminalReporter } from './terminal-reporter.ts';

// Where tests run, stderr is no terminal: there are lines, and no bars.
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const printed = (): string => stderr.mock.calls.map(([line]) => line).join('');
beforeEach(() => {
  stderr.mockClear();
});

it('shows how far an extraction has come', () => {
  terminalReporter().report({ kind: 'extract', done: 1, total: 2 });
  expect(printed()).toBe('extracting 1/2\n');
});

it('shows nothing of an extraction without clips', () => {
  terminalReporter().report({ kind: 'extract', done: 0, total: 0 });
  expect(printed()).toBe('');
});

it('shows the loss of the steps', () => {
  terminalReporter().report({ kind: 'step', epoch: 0, step: 5, steps: 10, loss: 1.23456 });
  expect(printed()).toBe('training 5/10 epoch 1, loss 1.235\n');
});

it('gives an epoch a line with Keras’ names', () => {
  const logs = { epoch: 8, loss: 1, accuracy: 0.5, valLoss: 2, valAccuracy: 0.25 };
  const learningRate = 0.001;
  terminalReporter().report({ kind: 'epoch', epochs: 60, logs: { ...logs, learningRate } });
  expect(printed()).toBe(
    'epoch  9/60  loss 1.0000  accuracy 0.500  val_loss 2.0000  val_accuracy 0.250  rate 0.0010\n',
  );
});

it('names a run of a cross-validation before and after', () => {
  const { report } = terminalReporter();
  const run = { fold: 2, folds: 5, seed: 0 };
  report({ kind: 'run-begin', ...run });
  report({ kind: 'run-end', ...run, done: 2, total: 5, uar: 0.4, accuracy: 0.5 });
  expect(printed()).toBe(
    'fold 2 of 5, seed 0\nfold 2 of 5, seed 0: UAR 0.400, accuracy 0.500 (2 of 5 done)\n',
  );
});
