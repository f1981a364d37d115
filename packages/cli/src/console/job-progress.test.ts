import { beforeEach, expect, it, vi } from 'vitest';
import { terminalReporter } from './terminal-reporter.ts';

const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const lines = (): string => stderr.mock.calls.map(([line]) => line).join('');
beforeEach(() => {
  stderr.mockClear();
});

const FOLDS = { folds: 5, total: 10 };
const step = (fold: number, share: number, { done = 0, seed = 0 } = {}) =>
  ({
    ...({ kind: 'job', fold, seed, done, ...FOLDS } as const),
    event: { kind: 'step', epoch: 0, step: 100 * share, steps: 100, loss: 1 },
  }) as const;

it('is one for all runs, with those that are at work', () => {
  const { report } = terminalReporter();
  report(step(1, 0.5));
  expect(lines()).toBe('');
  report(step(2, 0.75));
  report(step(1, 1, { seed: 1 }));
  expect(lines()).toBe(
    'training 12/100 fold 1 50 %, fold 2 75 %\n' +
      'training 22/100 fold 1 50 %, fold 2 75 %, fold 1 seed 1 100 %\n',
  );
});

it('counts a run that has ended as a whole one', () => {
  const { report } = terminalReporter();
  report(step(1, 0.9));
  const end = { kind: 'run-end', fold: 1, seed: 0, ...FOLDS, done: 1, uar: 0.5, accuracy: 0.25 };
  report(end as never);
  report(step(2, 0.5, { done: 1 }));
  expect(lines()).toBe(
    'fold 1 of 5, seed 0: UAR 0.500, accuracy 0.250 (1 of 10 done)\ntraining 15/100 fold 2 50 %\n',
  );
});

it('names four, and how many there are besides', () => {
  const { report } = terminalReporter();
  for (let fold = 1; fold <= 6; fold++) report(step(fold, 0.25));
  report(step(1, 1));
  expect(lines()).toContain('fold 1 100 %, fold 2 25 %, fold 3 25 %, fold 4 25 %, 2 more\n');
});

it('says of each epoch whose it is', () => {
  const logs = { epoch: 2, loss: 1.5, accuracy: 0.5, learningRate: 0.001 };
  terminalReporter().report({
    ...step(3, 0.1),
    event: { kind: 'epoch', epochs: 60, logs },
  } as never);
  expect(lines()).toMatch(/^fold 3 of 5, seed 0: epoch {2}3\/60 {2}loss 1\.5000 /);
});

it('goes by the share of a fit', () => {
  terminalReporter().report({ ...step(3, 0), event: { kind: 'fit', share: 1 } } as never);
  expect(lines()).toBe('training 10/100 fold 3 100 %\n');
});

it('says what became of a run that has failed', () => {
  const { report } = terminalReporter();
  report(step(2, 0.1));
  report({ kind: 'run-failed', fold: 2, folds: 5, seed: 0, message: 'it was\nkilled' });
  report(step(1, 0, { done: 1 }));
  expect(lines()).toContain(
    'fold 2 of 5, seed 0 has failed: it was\\nkilled\ntraining 10/100 fold 1 0 %\n',
  );
});
