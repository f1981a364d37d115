import { CorpusError } from '@ser/corpus';
import { expect, test, vi } from 'vitest';
import { RavdessError } from './ravdess-error.ts';

const corpusError = new CorpusError('no-clips', 'none');
const ravdessError = new RavdessError('bad-filename', 'bad', { file: 'me.wav' });

test('CorpusError.isInstance is true of the errors of both packages', () => {
  expect([corpusError, ravdessError].every(CorpusError.isInstance)).toBe(true);
});

test('RavdessError.isInstance tells its own', () => {
  expect(RavdessError.isInstance(ravdessError)).toBe(true);
  expect(RavdessError.isInstance(corpusError)).toBe(false);
  expect(RavdessError.isInstance(new Error('other'))).toBe(false);
  const named = Object.assign(new Error('other'), { name: 'RavdessError' });
  expect(RavdessError.isInstance(named)).toBe(false);
});

test('the name, code and file are those that were given', () => {
  expect(ravdessError).toMatchObject({
    name: 'RavdessError',
    code: 'bad-filename',
    file: 'me.wav',
  });
});

test('RavdessError.isInstance is true of an error of another copy of the package', async () => {
  vi.resetModules();
  const copy = await import('./ravdess-error.ts');
  expect(copy.RavdessError).not.toBe(RavdessError);
  const error = new copy.RavdessError('bad-filename', 'bad');
  expect(RavdessError.isInstance(error)).toBe(true);
});
