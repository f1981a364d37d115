import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CliError } from './cli-error.ts';
import { Problems, withProblems } from './problems.ts';

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

describe('many problems of one kind', () => {
  const add = (problems: Problems, n: number): void => {
    for (let i = 0; i < n; i++) {
      const file = `data/10${i}_DFA_ANG_XX.wav`;
      const message = `name must be like 03-01.wav, got "10${i}_DFA_ANG_XX.wav"`;
      problems.add({ file, code: 'bad-filename', message });
    }
  };
  const printed = (): string[] => stderr.mock.calls.map(([line]) => String(line));

  it('are printed as three examples and their number', () => {
    const problems = new Problems();
    add(problems, 7442);
    problems.add({ file: 'b.wav', code: 'unreadable-file', message: 'b.wav is cut' });
    problems.summarize();
    expect(problems.list).toHaveLength(7443);
    expect(printed()).toHaveLength(5);
    expect(printed()[4]).toBe(
      'and 7439 more like data/100_DFA_ANG_XX.wav (bad-filename), 7442 in all\n',
    );
  });

  it('are another kind where the files are used all the same', () => {
    const problems = new Problems();
    const problem = { file: 'a.wav', code: 'wrong-riff-size', message: 'a.wav is short' };
    for (let i = 0; i < 4; i++) {
      problems.warn(problem);
      problems.fault(problem);
      problems.add(problem);
    }
    problems.summarize();
    expect(printed().map((line) => line.split(' ', 2).join(' '))).toEqual([
      ...Array.from({ length: 3 }, () => ['warning: a.wav:', 'fault: a.wav:', 'left out']).flat(),
      ...Array.from({ length: 3 }, () => 'and 1'),
    ]);
  });

  it('are printed one by one where nothing else lists them', () => {
    const problems = new Problems({ printAll: true });
    add(problems, 50);
    problems.summarize();
    expect(printed()).toHaveLength(50);
  });

  it('are of several kinds where their messages say other things', () => {
    const problems = new Problems();
    for (const why of ['EACCES', 'EISDIR']) {
      for (let i = 0; i < 3; i++) {
        const message = `a/${i}.wav must be readable, got ${why}`;
        problems.add({ file: `a/${i}.wav`, code: 'unreadable-file', message });
      }
    }
    problems.summarize();
    expect(printed()).toHaveLength(6);
  });
});

it('prints each kind with its word', () => {
  const problems = new Problems();
  const problem = { file: 'a.wav', code: 'odd', message: 'why' };
  problems.add(problem);
  problems.fault(problem);
  problems.warn(problem);
  expect(stderr.mock.calls).toEqual([
    ['left out a.wav: why\n'],
    ['fault: a.wav: why\n'],
    ['warning: a.wav: why\n'],
  ]);
});

it.each([
  [2, false],
  [3, false],
  [4, true],
])('sums up no kind of %i', (n, isSummed) => {
  const problems = new Problems();
  for (let i = 0; i < n; i++) problems.warn({ file: 'a.wav', code: 'odd', message: 'why' });
  stderr.mockClear();
  problems.summarize();
  const summary = [[`and ${n - 3} more like a.wav (odd), ${n} in all\n`]];
  expect(stderr.mock.calls).toEqual(isSummed ? summary : []);
});

it('sums up once', () => {
  const problems = new Problems();
  for (let i = 0; i < 4; i++) problems.warn({ file: 'a.wav', code: 'odd', message: 'why' });
  problems.summarize();
  stderr.mockClear();
  problems.summarize();
  expect(stderr).not.toHaveBeenCalled();
});

it('tells what is worth knowing from what makes a command fail', () => {
  const problem = { file: 'a.wav', code: 'same-sound', message: 'as b.wav' };
  const problems = new Problems();
  problems.warn(problem);
  expect(problems.exitCode).toBe(0);
  problems.fault(problem);
  expect(problems.exitCode).toBe(1);
  expect(problems.list).toEqual([problem, problem]);
});

describe('withProblems', () => {
  const { exitCode } = process;
  afterEach(() => {
    process.exitCode = exitCode;
  });
  const problem = { file: 'a.wav', code: 'no-wav', message: 'x' };

  it('sets the exit code', async () => {
    await withProblems(async ({ add }) => add(problem));
    expect(process.exitCode).toBe(1);
  });

  it('says how many there were where the command fails, too', async () => {
    const ended = withProblems(async ({ add }) => {
      for (let i = 0; i < 4; i++) add(problem);
      throw new Error('no');
    });
    await expect(ended).rejects.toThrow('no');
    expect(stderr).toHaveBeenCalledWith('and 1 more like a.wav (no-wav), 4 in all\n');
  });
});
