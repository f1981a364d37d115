import { beforeEach, expect, it, vi } from 'vitest';
import { startProgress } from './progress.ts';

// Where tests run, stderr is no terminal.
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const lines = (): unknown[] => stderr.mock.calls.map(([line]) => line);
beforeEach(() => {
  stderr.mockClear();
});

it('prints a line for each tenth of the way where there is no terminal', () => {
  const progress = startProgress('reading', 100);
  for (let done = 1; done <= 100; done++) progress.update(done);
  progress.stop();
  expect(lines()).toEqual(
    [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((done) => `reading ${done}/100\n`),
  );
});

it('adds the detail', () => {
  startProgress('training', 2).update(1, 'loss 1.5');
  expect(lines()).toEqual(['training 1/2 loss 1.5\n']);
});
