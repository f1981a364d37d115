import { CorpusError } from '@ser/corpus';
import { expect, test } from 'vitest';
import { describe } from './describe.ts';
import { parseFilename } from './filename.ts';

const NAME = '03-02-06-01-02-01-07.wav';

test('the labels are the emotion, the actor in two digits and the vocal channel', () => {
  expect(describe(NAME)).toMatchObject({ label: 'fearful', speaker: '07', condition: 'song' });
});

test('the other fields are those of the file name', () => {
  expect(describe(NAME)).toMatchObject(parseFilename(NAME));
});

test.each([NAME, `Actor_07/${NAME}`, `C:\\a\\${NAME}`, NAME.replace('.wav', '.WAV')])(
  'the id of %s is the bare name',
  (path) => {
    expect(describe(path).id).toBe('03-02-06-01-02-01-07');
  },
);

test('another name is a `CorpusError`, which a source makes a problem', () => {
  expect(() => describe('me.wav')).toThrow(
    expect.objectContaining({ name: 'RavdessError', code: 'bad-filename' }),
  );
  expect(() => describe('me.wav')).toThrow(CorpusError);
});
