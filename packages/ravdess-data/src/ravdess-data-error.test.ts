import { expect, it } from 'vitest';
import { RavdessDataError } from './ravdess-data-error.ts';

it('is known by its name, also from another copy of the package', () => {
  const copy = Object.assign(new Error('no'), {
    name: 'RavdessDataError',
    code: 'unreadable-file',
  });
  expect(RavdessDataError.isInstance(copy)).toBe(true);
  expect(RavdessDataError.isInstance(new Error('no'))).toBe(false);
  expect(RavdessDataError.isInstance({ ...copy, name: 'RavdessDataError' })).toBe(false);
  const bare = Object.assign(new Error('no'), { name: 'RavdessDataError' });
  expect(RavdessDataError.isInstance(bare)).toBe(false);
});

it('has the code, message and cause that it was given', () => {
  const error = new RavdessDataError('bad-argument', 'x', { cause: 1 });
  expect(error).toMatchObject({
    name: 'RavdessDataError',
    code: 'bad-argument',
    message: 'x',
    cause: 1,
  });
});
