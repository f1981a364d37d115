import { expect, it } from 'vitest';
import { CliError, wrongUsage } from './cli-error.ts';

it('ends the process with 1 unless it says otherwise', () => {
  const cause = new Error('x');
  const error = new CliError('no-run', 'none', { hint: 'make one', cause });
  expect(error).toMatchObject({ name: 'CliError', code: 'no-run', message: 'none', exitCode: 1 });
  expect([error.hint, error.cause]).toEqual(['make one', cause]);
  expect(new CliError('no-run', 'none').hint).toBeUndefined();
});

it('ends it with 2 where the command line is wrong', () => {
  const cause = new Error('x');
  expect(wrongUsage('no', cause)).toMatchObject({
    code: 'wrong-usage',
    message: 'no',
    exitCode: 2,
  });
  expect(wrongUsage('no', cause).cause).toBe(cause);
});

it('is told by its name and its exit code, across two copies of the package', () => {
  const copy = Object.assign(new Error('none'), { name: 'CliError', exitCode: 1 });
  const other = Object.assign(new Error('none'), { name: 'CliError' });
  expect([new CliError('no-run', ''), copy, other, { ...copy }].map(CliError.isInstance)).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
});
