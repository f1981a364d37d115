import { expect, it } from 'vitest';
import { CliError } from './cli-error.ts';
import { isExpectedError } from './is-expected-error.ts';

it.each([
  [true, 'of the toolkit', new CliError('no-clips', 'none')],
  [true, 'of the system', Object.assign(new Error('no space left'), { code: 'ENOSPC' })],
  [false, 'without a code', new TypeError('x is not a function')],
  [false, 'of Node', Object.assign(new Error('bad'), { code: 'ERR_INVALID_ARG_TYPE' })],
  [false, 'with a number for a code', Object.assign(new Error('bad'), { code: 20 })],
  [false, 'that is no error', { code: 'no-clips' }],
])('is %s for one %s', (isExpected, _, error) => {
  expect(isExpectedError(error)).toBe(isExpected);
});
