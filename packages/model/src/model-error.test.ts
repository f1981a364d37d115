import { expect, it } from 'vitest';
import { ModelError } from './model-error.ts';

it('has a code, a message and a cause', () => {
  const cause = new Error('why');
  const error = new ModelError('bad-argument', 'what', { cause });
  expect(error).toMatchObject({ name: 'ModelError', code: 'bad-argument', message: 'what', cause });
});

it('knows the errors of another copy of this package', () => {
  const copy = Object.assign(new Error('x'), { name: 'ModelError', code: 'bad-argument' });
  expect(ModelError.isInstance(copy)).toBe(true);
  expect(ModelError.isInstance(new ModelError('bad-argument', 'x'))).toBe(true);
});

it.each([
  new Error('x'),
  Object.assign(new Error('x'), { code: 'bad-argument' }),
  Object.assign(new Error('x'), { name: 'ModelError' }),
  { name: 'ModelError', code: 'bad-argument' },
  undefined,
])('takes no other for its own: %s', (error) => {
  expect(ModelError.isInstance(error)).toBe(false);
});
