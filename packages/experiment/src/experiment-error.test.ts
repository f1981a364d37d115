import { expect, it } from 'vitest';
import { ExperimentError } from './experiment-error.ts';

const cause = new Error('why');
const error = new ExperimentError('bad-table', 'a table', { cause });

it('has its name, its code and its cause', () => {
  expect([error.name, error.code, error.message, error.cause]).toEqual([
    'ExperimentError',
    'bad-table',
    'a table',
    cause,
  ]);
});

it('is recognised, also where another copy of this package threw it', () => {
  const copy = Object.assign(new Error('a table'), { name: 'ExperimentError', code: 'bad-table' });
  expect([error, copy].map(ExperimentError.isInstance)).toEqual([true, true]);
});

it.each([
  new Error('a table'),
  Object.assign(new Error(), { name: 'ExperimentError' }),
  Object.assign(new Error(), { code: 'bad-table' }),
  { name: 'ExperimentError', code: 'bad-table' },
  undefined,
])('is not %s', (other) => {
  expect(ExperimentError.isInstance(other)).toBe(false);
});
