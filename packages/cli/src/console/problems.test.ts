import { beforeEach, expect, it, vi } from 'vitest';
import { CliError } from './cli-error.ts';
import { Problems } from './problems.ts';

const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => {
  stderr.mockClear();
});

it('keeps a problem and prints it at once', () => {
  const problems = new Problems();
  problems.addError('a.wav', new CliError('unreadable-file', 'it is silent'));
  expect(problems.list).toEqual([
    { file: 'a.wav', code: 'unreadable-file', message: 'it is silent' },
  ]);
  expect(stderr).toHaveBeenCalledWith('left out a.wav: it is silent\n');
});

it('makes a command that has one exit with 1', () => {
  const problems = new Problems();
  expect(problems.exitCode).toBe(0);
  problems.addError('a.wav', new CliError('unreadable-file', 'it is silent'));
  expect(problems.exitCode).toBe(1);
});

it.each([
  new TypeError('x is not a function'),
  Object.assign(new Error('bad argument'), { code: 'ERR_INVALID_ARG_TYPE' }),
  'text',
])('is no place for mistakes of ours: %s', (error) => {
  expect(() => new Problems().addError('a.wav', error)).toThrow();
});
