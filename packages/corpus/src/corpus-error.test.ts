import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { CorpusError } from './corpus-error.ts';

class OtherError extends CorpusError {
  override readonly name = 'OtherError';
}

test('isInstance is true of classes that extend it', () => {
  expect(CorpusError.isInstance(new OtherError('bad-name', 'x'))).toBe(true);
});

test('isInstance is true across two copies of the package', async () => {
  vi.resetModules();
  const copy = await import('./corpus-error.ts');
  expect(copy.CorpusError).not.toBe(CorpusError);
  expect(CorpusError.isInstance(new copy.CorpusError('no-clips', 'x'))).toBe(true);
});

test.each([new Error('x'), { name: 'CorpusError', code: 'no-clips' }, undefined])(
  'isInstance is false of %s',
  (error) => {
    expect(CorpusError.isInstance(error)).toBe(false);
  },
);

test('it has the code, file, line and cause that it was given', () => {
  const cause = new Error('why');
  const error = new CorpusError('bad-csv', 'x', { file: 'a.csv', line: 3, cause });
  expect(error).toMatchObject({ code: 'bad-csv', message: 'x', file: 'a.csv', line: 3, cause });
});

test('the mark that isInstance looks for is not printed', () => {
  expect(inspect(new CorpusError('no-clips', 'x'))).not.toContain('Symbol');
});
