import { CommanderError } from 'commander';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CliError, wrongUsage } from './cli-error.ts';
import { Interrupted } from './interrupt.ts';
import { reportError } from './report-error.ts';

const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => {
  stderr.mockClear();
});

describe('the exit code', () => {
  it.each([
    [0, 'help', new CommanderError(0, 'commander.help', 'help')],
    [1, 'failure', new CliError('no-clips', 'none')],
    [1, 'a mistake of ours', new TypeError('x is not a function')],
    [2, 'what commander refuses', new CommanderError(1, 'commander.unknownOption', 'x')],
    [2, 'wrong usage', wrongUsage('none')],
    [130, 'Ctrl-C', new Interrupted()],
  ])('is %i for %s', (code, _, error) => {
    expect(reportError(error)).toBe(code);
  });
});

it('prints what is no error', () => {
  expect(reportError('text')).toBe(1);
  expect(stderr).toHaveBeenCalledExactlyOnceWith('error: text\n');
});

it.each([
  ['Ctrl-C, which has said so itself', new Interrupted()],
  ['what commander has printed', new CommanderError(1, 'commander.unknownOption', 'x')],
])('prints nothing for %s', (_, error) => {
  reportError(error);
  expect(stderr).not.toHaveBeenCalled();
});

it('prints the message alone of an error with a code', () => {
  reportError(new CliError('no-clips', 'there are no clips'));
  expect(stderr).toHaveBeenCalledWith('error: there are no clips\n');
});

it('prints the stack where Node refuses what we gave it', () => {
  reportError(Object.assign(new Error('bad'), { code: 'ERR_INVALID_ARG_TYPE' }));
  expect(stderr).toHaveBeenCalledWith(expect.stringMatching(/bad\n +at /));
});

it('prints the stack of a mistake of ours', () => {
  reportError(new TypeError('x is not a function'));
  expect(stderr).toHaveBeenCalledWith(expect.stringMatching(/x is not a function\n +at /));
});

it('keeps a newline of a name inside its line, and a hint on a line of its own', () => {
  const hint = 'Do this: \x1b[2J';
  reportError(new CliError('no-clips', 'a\nerror: b\x1b[31m.wav', { hint }));
  expect(stderr).toHaveBeenCalledWith('error: a\\nerror: b\\x1b[31m.wav\nDo this: \\x1b[2J\n');
});
