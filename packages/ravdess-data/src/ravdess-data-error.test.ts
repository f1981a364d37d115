import { expect, it } from 'vitest';
import { RavdessDataError } from './ravdess-data-error.ts';

it('is known by its name, also from another copy of the package', () => {
  const copy = Object.assign(new Error('no'), {
    name: 'RavdessDataError',
    code: 'unreadable-file',
  });
  expect(RavdessDataError.isInstance(copy)).toBe(true);
  expect(RavdessDataError.isInstance(new Error('no'))).toBe(false);
});
