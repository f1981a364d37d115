import { CorpusError } from '@ser/corpus';
import { expect, test } from 'vitest';
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
